package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.customer.CustomerDetails;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserDetails;
import sportello.customer.CustomerUserId;

/** For whom an agent opens a ticket. */
public sealed interface Asking {

    /** The organisation, where the house knows it. */
    @Nullable CustomerId customer();

    /** A customer user, for one of the organisations for which the person may ask. */
    record Known(CustomerUserId user, CustomerId customer) implements Asking {}

    /**
     * Somebody whom the house meets now, of an organisation that it knows.
     *
     * @param invited whether the person is invited to the portal, too
     */
    record Newcomer(CustomerUserDetails person, CustomerId customer, boolean invited) implements Asking {}

    /** Somebody of an organisation that is new too. */
    record Stranger(CustomerUserDetails person, CustomerDetails organisation, boolean invited) implements Asking {

        @Override
        public @Nullable CustomerId customer() {
            return null;
        }
    }
}
