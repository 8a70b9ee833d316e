package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.storage.Hash;

/** Tickets without words, files and people outside the desk. */
@Component
class EmptyingSql {
    private static final String OF_ARTICLES = "article_id in (select id from article where ticket_id = any(:tickets))";
    private static final String OF_DRAFTS = "draft_id in (select id from draft where ticket_id = any(:tickets))";

    private final JdbcClient db;

    EmptyingSql(JdbcClient db) {
        this.db = db;
    }

    /** Those that went into these, and into those; nobody else changes any of them until the transaction ends. */
    List<Long> withMerged(Collection<Long> tickets) {
        return of(tickets, """
                select id
                  from ticket
                 where id in (with recursive family as (select unnest(:tickets) as id
                                                         union
                                                        select m.id
                                                          from ticket m
                                                          join family f on f.id = m.merged_into_id)
                              select id from family)
                 order by id
                   for update
                """).query((row, no) -> row.getLong("id")).list();
    }

    /** Which they were; whether anybody else needs the bytes is not known here. */
    Set<Hash> deleteFiles(Collection<Long> tickets) {
        return Stream.of("attachment where " + OF_ARTICLES, "draft_file where " + OF_DRAFTS)
                .flatMap(files -> of(tickets, "delete from " + files + " returning hash")
                        .query((row, no) -> Hash.of(row.getBytes("hash")))
                        .list()
                        .stream())
                .collect(Collectors.toSet());
    }

    /** What was found of the words is found no more: the index hears of each text that changes. */
    void empty(Collection<Long> tickets, String sentence, String nobody, Instant now) {
        for (var gone : List.of(
                "article_signature where " + OF_ARTICLES,
                "article_certified where " + OF_ARTICLES,
                "article_authentication where " + OF_ARTICLES,
                "article_field where text is not null and " + OF_ARTICLES,
                "ticket_field where text is not null and ticket_id = any(:tickets)",
                "draft where ticket_id = any(:tickets)"))
            of(tickets, "delete from " + gone).update();
        emptyTickets(tickets, sentence, now);
        emptyArticles(tickets, sentence, nobody);
    }

    private void emptyTickets(Collection<Long> tickets, String sentence, Instant now) {
        of(tickets, """
                update ticket
                   set title = :sentence, customer_user_id = null, emptied_at = :now, version = version + 1
                 where id = any(:tickets)
                """)
                .param("sentence", sentence)
                .param("now", Timestamp.from(now))
                .update();
        of(tickets, """
                update ascertainment
                   set text = :sentence, corrective_action = ''
                 where ticket_id = any(:tickets)
                """).param("sentence", sentence).update();
    }

    /** The lines that the house wrote keep their subjects, which say what it did. */
    private void emptyArticles(Collection<Long> tickets, String sentence, String nobody) {
        of(tickets, """
                update article_recipient
                   set name = :nobody, address = ''
                 where %s
                """.formatted(OF_ARTICLES)).param("nobody", nobody).update();
        of(tickets, """
                update article
                   set subject = case when event is null then :sentence else subject end,
                       text_body = case when event is not null and text_body = '' then '' else :sentence end,
                       html_body = null,
                       sender_name = case when sender = 'customer' then :nobody else sender_name end,
                       sender_address = '', reply_to = '', message_id = null, customer_user_id = null
                 where ticket_id = any(:tickets)
                """).param("sentence", sentence).param("nobody", nobody).update();
    }

    private JdbcClient.StatementSpec of(Collection<Long> tickets, String statement) {
        return db.sql(statement).param("tickets", tickets.toArray(Long[]::new));
    }
}
