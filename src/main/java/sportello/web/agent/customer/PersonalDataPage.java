package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.CustomerUser;
import sportello.privacy.Hold;
import sportello.ticket.ForgettingPerson;

/**
 * What can be done with all that the house knows of a person.
 *
 * @param erased whether nothing is known of the person any more
 * @param extent how much there is in tickets
 * @param holds what stands in the way of erasing the person
 * @param form the hold that is being placed, as it was typed
 * @param place at which form the refusal is shown
 */
public record PersonalDataPage(
        CustomerUser user,
        boolean erased,
        ForgettingPerson.Extent extent,
        List<Hold> holds,
        HoldForm form,
        Place place,
        @Nullable Refusal refusal) {

    /** The forms of the page. */
    public enum Place {
        OUT,
        ERASURE,
        HOLDS
    }

    public PersonalDataPage {
        holds = List.copyOf(holds);
    }

    public String address() {
        return "/customers/users/" + user.id().value();
    }

    public @Nullable Refusal refusal(Place where) {
        return where == place ? refusal : null;
    }
}
