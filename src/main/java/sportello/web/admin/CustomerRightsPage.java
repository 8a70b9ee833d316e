package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptGroup;
import sportello.base.Refusal;
import sportello.customer.CustomerRight;

/** A group, and who of the customers sees what of it while it is reserved. */
public record CustomerRightsPage(
        KeptGroup kept,
        List<CustomerRight> rights,
        CustomerRightForm form,
        @Nullable Refusal refusal) {

    public String address() {
        return addressOf(kept);
    }

    public String addressOfGroup() {
        return Area.GROUPS.address() + "/" + kept.group().id().value() + "/edit";
    }

    /** Where administrators look at whoever has it. */
    public String addressOf(CustomerRight right) {
        return right.customer() != null
                ? "/customers/" + right.customer().value()
                : "/customers/users/" + Objects.requireNonNull(right.person()).value();
    }

    static String addressOf(KeptGroup kept) {
        return Area.GROUPS.address() + "/" + kept.group().id().value() + "/customers";
    }
}
