package sportello.ticket;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;
import sportello.mail.LetterId;

/** Where a person comes up in tickets, and the parts of them that name people. */
@Component
class ForgettingPersonSql {
    /** Articles {@code a} that the person wrote, known to be that person or not, or said to whoever took it down. */
    static final String WRITTEN = """
            (a.customer_user_id = :person
             or a.sender_address <> '' and lower(a.sender_address) = any(:addresses)
             or a.sender = 'customer' and a.channel = 'phone' and a.sender_name ~* :names)""";

    private final JdbcClient db;

    ForgettingPersonSql(JdbcClient db) {
        this.db = db;
    }

    ForgettingPerson.Extent extent(CustomerUserId id) {
        return db.sql("""
                select (select count(*) from ticket where customer_user_id = :id) as asked,
                       (select count(*) from article where customer_user_id = :id) as written
                """)
                .param("id", id.value())
                .query(ForgettingPerson.Extent.class)
                .single();
    }

    List<String> addresses(CustomerUserId id) {
        return db.sql("""
                select distinct lower(sender_address)
                  from article
                 where customer_user_id = :id
                   and sender_address <> ''
                """)
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<Long> asked(ForgettingPerson.Person person) {
        return db.sql("select id from ticket where customer_user_id = :person order by id")
                .param("person", person.id().value())
                .query((row, no) -> row.getLong("id"))
                .list();
    }

    /** Also those in which nothing but a text tells an address; in the order in which everybody waits for tickets. */
    List<Long> touched(ForgettingPerson.Person person) {
        return of(person, """
                select id
                  from ticket
                 where id in (select id from ticket where customer_user_id = :person
                               union
                              select a.ticket_id from article a where a.customer_user_id = :person
                               union
                              select ticket_id from article
                               where sender_address <> '' and lower(sender_address) = any(:addresses)
                               union
                              select a.ticket_id
                                from article_recipient r
                                join article a on a.id = r.article_id
                               where r.address <> '' and lower(r.address) = any(:addresses)
                               union
                              select d.ticket_id
                                from unnest(:addresses) as one (address)
                                join search_document d on d.vector @@ search_phrase(one.address))
                 order by id
                   for update
                """).query((row, no) -> row.getLong("id")).list();
    }

    List<LetterId> letters(Collection<Long> tickets) {
        return db.sql("""
                select r.letter_id
                  from article a
                  join article_recipient r on r.article_id = a.id
                 where a.ticket_id = any(:tickets)
                   and r.letter_id is not null
                 order by r.letter_id
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .query((row, no) -> new LetterId(row.getLong("letter_id")))
                .list();
    }

    /** Who wrote and who was written to, and what vouches for it. */
    void forget(ForgettingPerson.Person person, Collection<Long> tickets) {
        for (var proof : new String[] {"article_signature", "article_certified", "article_authentication"})
            of(person, """
                    delete from %s
                     where article_id in (select a.id
                                            from article a
                                           where a.ticket_id = any(:tickets)
                                             and (a.hand = 'machine' or %s))
                    """.formatted(proof, WRITTEN))
                    .param("tickets", tickets.toArray(Long[]::new))
                    .update();
        of(person, """
                update article_recipient
                   set name = :standIn, address = ''
                 where address <> ''
                   and lower(address) = any(:addresses)
                """).param("standIn", person.names().standIn()).update();
        of(person, """
                update article a
                   set sender_name = :standIn, sender_address = '', reply_to = '', message_id = null
                 where a.ticket_id = any(:tickets)
                   and %s
                """.formatted(WRITTEN))
                .param("tickets", tickets.toArray(Long[]::new))
                .param("standIn", person.names().standIn())
                .update();
        of(person, "delete from submission where customer_user_id = :person").update();
        of(person, """
                delete from draft
                 where ticket_id is null
                   and kind in ('opening_phone', 'opening_email')
                   and article_no = :person
                """).update();
    }

    private JdbcClient.StatementSpec of(ForgettingPerson.Person person, String statement) {
        return named(db.sql(statement), person);
    }

    /** What {@link #WRITTEN} asks for. */
    static JdbcClient.StatementSpec named(JdbcClient.StatementSpec statement, ForgettingPerson.Person person) {
        return statement
                .param("person", person.id().value())
                .param("addresses", person.addresses().toArray(String[]::new))
                .param("names", person.names().expression());
    }
}
