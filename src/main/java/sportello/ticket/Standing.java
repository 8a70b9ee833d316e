package sportello.ticket;

import sportello.customer.CustomerUserId;

/** What somebody who writes a mail about a ticket is to it. */
public sealed interface Standing {

    /** Who asked, or a colleague who may see what the organisation asked. */
    record Asker(CustomerUserId user, String name) implements Standing {}

    /**
     * Somebody whom the desk mailed about it.
     *
     * @param visible whether the customer may read what that person was mailed, and so the answer
     */
    record Correspondent(boolean visible) implements Standing {}

    /**
     * Nobody, whatever the mail says: knowing a number gives no right to speak.
     *
     * @param reserved whether it is a customer's person who would be heard, if the ticket's group were not reserved
     */
    record Stranger(boolean reserved) implements Standing {}
}
