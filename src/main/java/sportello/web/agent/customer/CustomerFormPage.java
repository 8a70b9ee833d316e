package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.CustomerId;
import sportello.field.AskedField;

/** @param id the customer that is corrected, null for a new one */
public record CustomerFormPage(
        @Nullable CustomerId id,
        CustomerForm form,
        List<AskedField> fields,
        @Nullable Refusal refusal) {

    public String action() {
        return id == null ? "/customers" : "/customers/" + id.value();
    }
}
