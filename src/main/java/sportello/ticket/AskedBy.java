package sportello.ticket;

import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;

/** Whose tickets a list shows: those of an organisation, or those of one person. */
public sealed interface AskedBy {

    record Organisation(CustomerId id) implements AskedBy {}

    record Person(CustomerUserId id) implements AskedBy {}

    /** The condition on {@code ticket t}; its parameter is {@code asker}. */
    default String condition() {
        return switch (this) {
            case Organisation _ -> "t.customer_id = :asker";
            case Person _ -> "t.customer_user_id = :asker";
        };
    }

    /** The parameter. */
    default long value() {
        return switch (this) {
            case Organisation(var id) -> id.value();
            case Person(var id) -> id.value();
        };
    }
}
