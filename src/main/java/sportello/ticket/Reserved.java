package sportello.ticket;

/**
 * What a reserved group leaves of the tickets that exist for a customer's person, as a condition on {@code ticket t}. A
 * right of a customer holds for the tickets that were asked for that customer, one of a person for all that the person
 * may see.
 *
 * <p>For a person whom the query knows beforehand nothing in it depends on the ticket but what is compared: the database
 * looks once which queues are reserved and which rights there are, and lists stay on their indexes.
 *
 * @param person who looks, as it stands in the query
 * @param asks whether the person is known to ask for the customer of {@code customer_right r}, as a condition
 * @param writes whether the person wants to open or answer, and not only to read
 */
record Reserved(String person, String asks, boolean writes) {

    private static final String CONFIRMED = confirmed("r");

    /** What {@code customer_user u} sees. */
    static final Reserved SEEN = new Reserved("u.id", CONFIRMED, false);

    /** Where {@code customer_user u} may open and answer. */
    static final Reserved WRITABLE = new Reserved("u.id", CONFIRMED, true);

    /** That {@code customer_user u} is confirmed to ask for the customer of what is called so in the query. */
    static String confirmed(String of) {
        return """
                u.confirmed and (%1$s.customer_id = u.customer_id
                                      or exists (select 1
                                                   from customer_user_further_customer f
                                                  where f.customer_user_id = u.id
                                                    and f.customer_id = %1$s.customer_id))""".formatted(of);
    }

    String condition() {
        return """
                (t.queue_id <> all (array(select q.id
                                            from queue q
                                            join permission_group g on g.id = q.group_id
                                           where g.reserved))
                 or (t.queue_id, t.customer_user_id is not distinct from %1$s)
                    in (select q.id, reach.own
                          from customer_right r
                          join permission_group g on g.id = r.group_id and g.valid
                          join queue q on q.group_id = g.id
                         cross join (values (true), (false)) as reach (own)
                         where r.customer_user_id = %1$s
                           and (r.ours or reach.own)
                           and (r.writes or %3$s))
                 or t.customer_id is not null
                    and (t.queue_id, t.customer_id, t.customer_user_id is not distinct from %1$s)
                     in (select q.id, r.customer_id, reach.own
                          from customer_right r
                          join permission_group g on g.id = r.group_id and g.valid
                          join queue q on q.group_id = g.id
                         cross join (values (true), (false)) as reach (own)
                         where %2$s
                           and (r.ours or reach.own)
                           and (r.writes or %3$s)))""".formatted(person, asks, !writes);
    }
}
