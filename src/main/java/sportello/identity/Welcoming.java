package sportello.identity;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.customer.Belonging;
import sportello.customer.CustomerUserDetails;
import sportello.customer.CustomerUserId;
import sportello.customer.Enrolling;
import sportello.customer.ImportKind;
import sportello.customer.ImportPlan;
import sportello.customer.Registering;
import sportello.field.TypedFields;

/** Enters people who ask for customers and, if that is wanted, invites them to the portal at once. */
@Component
public class Welcoming {
    private final Registering registering;
    private final Enrolling enrolling;
    private final Inviting inviting;

    Welcoming(Registering registering, Enrolling enrolling, Inviting inviting) {
        this.registering = registering;
        this.enrolling = enrolling;
        this.inviting = inviting;
    }

    /** @param invited whether the person is invited */
    @Transactional
    public Outcome<CustomerUserId> register(
            CustomerUserDetails details, Belonging belonging, TypedFields fields, boolean invited, Authority by) {
        var entered = registering.register(details, belonging, fields, by);
        return invited ? entered.then(id -> inviting.invite(id, by)) : entered;
    }

    /**
     * Does what the plan of a file says.
     *
     * @param seen the print of the plan that was shown
     * @param invited whether the people whom it brings are invited
     */
    @Transactional
    public Outcome<ImportPlan> carryOut(ImportKind kind, String text, String seen, boolean invited, Authority by) {
        var fresh = new ArrayList<CustomerUserId>();
        return enrolling.carryOut(kind, text, seen, fresh::add, by).then(plan -> {
            if (invited) inviting.inviteAll(fresh, kind.key());
            return Outcome.done(plan);
        });
    }
}
