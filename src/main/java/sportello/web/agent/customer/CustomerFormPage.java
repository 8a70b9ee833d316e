package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.customer.CustomerId;
import sportello.customer.CustomerRight;
import sportello.field.AskedField;

/**
 * @param id the customer that is corrected, null for a new one
 * @param agents in whose hands its new tickets can be
 * @param rights in reserved groups
 */
public record CustomerFormPage(
        @Nullable CustomerId id,
        CustomerForm form,
        List<AskedField> fields,
        List<Agent> agents,
        List<CustomerRight> rights,
        @Nullable Refusal refusal) {

    public String action() {
        return id == null ? "/customers" : "/customers/" + id.value();
    }
}
