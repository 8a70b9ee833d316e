package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.CustomerUserId;

/**
 * @param id the person who is corrected, null for a new one
 * @param organisations names to be offered while one is typed
 */
public record CustomerUserFormPage(
        @Nullable CustomerUserId id,
        CustomerUserForm form,
        List<String> organisations,
        @Nullable Refusal refusal) {

    public CustomerUserFormPage {
        organisations = List.copyOf(organisations);
    }

    public String action() {
        return id == null ? "/customers/users" : "/customers/users/" + id.value();
    }
}
