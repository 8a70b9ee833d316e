package sportello.web.agent.customer;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.CustomerUser;

/** What can be done with all that the house knows of a person. */
public record PersonalDataPage(CustomerUser user, @Nullable Refusal refusal) {

    public String address() {
        return "/customers/users/" + user.id().value();
    }
}
