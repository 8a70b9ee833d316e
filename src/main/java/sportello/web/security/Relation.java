package sportello.web.security;

/**
 * How the viewer must stand to the thing that a route is about. The filter chain cannot know; the use case asks, and the
 * walk through all routes checks that it does.
 */
enum Relation {
    /** The route is about nothing in particular, or lists what the viewer may see. */
    NONE,
    /** The viewer's own account. */
    SELF,
    /** A request of a customer for whom the viewer may ask. */
    CUSTOMER,
    /** A customer or a person whom the viewer may look up: everybody, or for a supplier whom the own queues bring. */
    ACQUAINTED,
    /** The viewer may enter and correct customers and their people. */
    KEEPER,
    /** A ticket in a queue whose group grants the viewer this key, or rw. */
    RO,
    MOVE_INTO,
    CREATE,
    NOTE,
    OWNER,
    PRIORITY,
    COMPOSE,
    PHONE,
    CLOSE,
    PENDING,
    RESPONSIBLE,
    /** The key {@code customer}, by which the ticket gets another one; the plain word is taken above. */
    CHANGE_CUSTOMER,
    RW
}
