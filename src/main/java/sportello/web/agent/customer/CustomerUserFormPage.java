package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.CustomerUserId;
import sportello.field.AskedField;
import sportello.identity.Factor;

/**
 * @param id the person who is corrected, null for a new one
 * @param factor the second factor, if there is one and the viewer may take it away
 * @param organisations names to be offered while one is typed
 */
public record CustomerUserFormPage(
        @Nullable CustomerUserId id,
        @Nullable Factor factor,
        CustomerUserForm form,
        List<String> organisations,
        List<AskedField> fields,
        @Nullable Refusal refusal) {

    public CustomerUserFormPage {
        organisations = List.copyOf(organisations);
    }

    public String action() {
        return id == null ? "/customers/users" : "/customers/users/" + id.value();
    }
}
