package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.CustomerRight;
import sportello.customer.CustomerUserId;
import sportello.field.AskedField;
import sportello.identity.Factor;

/**
 * @param id the person who is corrected, null for a new one
 * @param factor the second factor, if there is one and the viewer may take it away
 * @param rights of the person alone in reserved groups, if the viewer keeps them
 * @param organisations names to be offered while one is typed
 */
public record CustomerUserFormPage(
        @Nullable CustomerUserId id,
        @Nullable Factor factor,
        List<CustomerRight> rights,
        CustomerUserForm form,
        List<String> organisations,
        List<AskedField> fields,
        @Nullable Refusal refusal) {

    public CustomerUserFormPage {
        rights = List.copyOf(rights);
        organisations = List.copyOf(organisations);
    }

    public String action() {
        return id == null ? "/customers/users" : "/customers/users/" + id.value();
    }
}
