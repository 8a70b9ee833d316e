package sportello.customer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leaves of a customer user a number under which tickets go on. Whoever asks has decided that it may be. */
@Component
public class Forgetting {
    private final ForgettingSql sql;

    Forgetting(ForgettingSql sql) {
        this.sql = sql;
    }

    /** False if there is nobody, or nobody any more. Until the transaction ends nobody else corrects the person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(CustomerUserId id) {
        return sql.hold(id);
    }

    /** Whether nothing is known of the person any more. */
    public boolean isForgotten(CustomerUserId id) {
        return sql.isForgotten(id);
    }

    /**
     * @param firstName what stands in the place of the name
     * @param lastName the rest of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerUserId id, String firstName, String lastName) {
        sql.forget(id, firstName, lastName);
    }
}
