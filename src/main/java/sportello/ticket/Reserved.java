package sportello.ticket;

/**
 * What a reserved group leaves of the tickets that exist for a customer's person, as a condition on {@code ticket t}. A
 * right of a customer holds for the tickets that were asked for that customer, one of a person for all that the person
 * may see. Where no group is reserved, the list of such queues is empty and nothing else is asked.
 *
 * @param person who looks, as it stands in the query
 * @param asks whether the person is known to ask for the ticket's customer, as a condition
 * @param writes whether the person wants to open or answer, and not only to read
 */
record Reserved(String person, String asks, boolean writes) {

    /** That it is confirmed of {@code customer_user u}, who asks for the ticket's customer. */
    private static final String CONFIRMED = """
            u.confirmed and (u.customer_id = t.customer_id
                             or exists (select 1
                                          from customer_user_further_customer f
                                         where f.customer_user_id = u.id
                                           and f.customer_id = t.customer_id))""";

    /** What {@code customer_user u} sees. */
    static final Reserved SEEN = new Reserved("u.id", CONFIRMED, false);

    /** Where {@code customer_user u} may open and answer. */
    static final Reserved WRITABLE = new Reserved("u.id", CONFIRMED, true);

    String condition() {
        return """
                (t.queue_id <> all (array(select q.id
                                            from queue q
                                            join permission_group g on g.id = q.group_id
                                           where g.reserved))
                 or exists (select 1
                              from queue q
                              join permission_group g on g.id = q.group_id and g.valid
                              join customer_right r on r.group_id = g.id
                             where q.id = t.queue_id
                               and (r.customer_user_id = %1$s or (r.customer_id = t.customer_id and %2$s))
                               and (r.ours or t.customer_user_id = %1$s)
                               and (r.writes or %3$s)))""".formatted(person, asks, !writes);
    }
}
