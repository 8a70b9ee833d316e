package sportello.ticket;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Redaction;

/** What a person wrote, and what others wrote of the person. Where something goes out of a formatted text, its plain one stays. */
@Component
class ForgettingTextSql {
    private static final String OF_TICKETS = "ticket_id = any(:tickets)";
    private static final String OF_ARTICLES = "article_id in (select id from article where ticket_id = any(:tickets))";

    private static final List<Place> TEXTS = List.of(
            new Place("ticket", "title", "id = any(:tickets)"),
            new Place("article", "sender_name", OF_TICKETS + " and (agent_id is null or sender = 'customer')"),
            new Place("article", "subject", OF_TICKETS),
            new Place("article", "sender_address", OF_TICKETS),
            new Place("article", "reply_to", OF_TICKETS),
            new Place("attachment", "name", OF_ARTICLES),
            new Place("article_recipient", "name", OF_ARTICLES),
            new Place("article_field", "text", OF_ARTICLES),
            new Place("ticket_field", "text", OF_TICKETS),
            new Place("ascertainment", "text", OF_TICKETS),
            new Place("ascertainment", "corrective_action", OF_TICKETS),
            new Place("draft_file", "name", "draft_id in (select id from draft where ticket_id = any(:tickets))"));

    /** @param rows how they hang on tickets */
    private record Place(String table, String column, String rows) {}

    private final JdbcClient db;

    ForgettingTextSql(JdbcClient db) {
        this.db = db;
    }

    void redact(Redaction names, Collection<Long> tickets) {
        for (var text : TEXTS) redact(names, tickets, """
                    update %1$s
                       set %2$s = left(regexp_replace(%2$s, :words, :standIn, 'gi'), greatest(length(%2$s), 255))
                     where %2$s ~* :words
                       and %3$s
                    """.formatted(text.table(), text.column(), text.rows()));
        redact(names, tickets, """
                update article
                   set text_body = regexp_replace(text_body, :words, :standIn, 'gi'), html_body = null
                 where ticket_id = any(:tickets)
                   and (text_body ~* :words
                        or replace(replace(html_body, '&#64;', '@'), '&#43;', '+') ~* :words)
                """);
        redact(names, tickets, """
                update draft
                   set content = regexp_replace(content::text, :words, :standIn, 'gi')::jsonb
                 where (ticket_id = any(:tickets) or ticket_id is null)
                   and content::text ~* :words
                """);
    }

    private void redact(Redaction names, Collection<Long> tickets, String statement) {
        db.sql(statement)
                .param("words", names.expression())
                .param("standIn", names.standIn())
                .param("tickets", tickets.toArray(Long[]::new))
                .update();
    }

    /** First what others took over of it, while it can still be compared. */
    void replaceOwn(ForgettingPerson.Person person, String sentence, Collection<Long> asked, Collection<Long> touched) {
        replaceTakenOver(person, sentence, touched);
        replaceRepeated(person, sentence, asked);
        replaceTitles(person, sentence, asked);
        of(person, sentence, touched, """
                update article a
                   set subject = :sentence, text_body = :sentence, html_body = null
                 where a.ticket_id = any(:tickets)
                   and %s
                """.formatted(ForgettingPersonSql.WRITTEN));
        for (var quoting : new String[] {"ticket_field where text is not null and", "draft where"})
            of(person, sentence, asked, "delete from " + quoting + " ticket_id = any(:tickets)");
    }

    /** Whole lines that stand in what others wrote too, as in an answer above which they are quoted. */
    private void replaceTakenOver(ForgettingPerson.Person person, String sentence, Collection<Long> touched) {
        of(person, sentence, touched, """
                with line as (
                    select distinct a.ticket_id, btrim(regexp_replace(said.line, '\\s+', ' ', 'g')) as words
                      from article a
                     cross join regexp_split_to_table(a.text_body, e'\\n') as said (line)
                     where a.ticket_id = any(:tickets)
                       and %1$s),
                     own as (select ticket_id, words from line where length(words) >= 12)
                update article b
                   set html_body = null,
                       text_body = (select string_agg(case when own.words is null then said.line else :sentence end,
                                                      e'\\n' order by said.no)
                                      from regexp_split_to_table(b.text_body, e'\\n')
                                           with ordinality as said (line, no)
                                      left join own
                                        on own.ticket_id = b.ticket_id
                                       and own.words = btrim(regexp_replace(said.line, '[\\s>]+', ' ', 'g')))
                 where b.ticket_id = any(:tickets)
                   and b.event is null
                   and exists (select 1
                                 from regexp_split_to_table(b.text_body, e'\\n') as said (line)
                                 join own
                                   on own.ticket_id = b.ticket_id
                                  and own.words = btrim(regexp_replace(said.line, '[\\s>]+', ' ', 'g')))
                """.formatted(ForgettingPersonSql.WRITTEN));
    }

    /** What the house mailed repeats it, and what agents quote may be laid out anew. */
    private void replaceRepeated(ForgettingPerson.Person person, String sentence, Collection<Long> asked) {
        of(person, sentence, asked, """
                update article
                   set text_body = :sentence, html_body = null
                 where ticket_id = any(:tickets)
                   and sender = 'system'
                   and channel = 'email'
                """);
        of(person, sentence, asked, """
                update article
                   set text_body = regexp_replace(text_body, '(^|\\n)(>[^\\n]*(\\n|$))+', '\\1' || :sentence || e'\\n', 'g'),
                       html_body = null
                 where ticket_id = any(:tickets)
                   and text_body ~ '(^|\\n)>'
                """);
    }

    /** Those of tickets that the person began, also in the subjects of answers; a short one is a word like any other in a text. */
    private void replaceTitles(ForgettingPerson.Person person, String sentence, Collection<Long> asked) {
        of(person, sentence, asked, """
                update article b
                   set subject = replace(b.subject, t.title, :sentence),
                       text_body = case when length(t.title) < 12 then b.text_body
                                        else replace(b.text_body, t.title, :sentence) end,
                       html_body = case when position(t.title in b.text_body) > 0 then null else b.html_body end
                  from ticket t
                  join article a on a.ticket_id = t.id and a.no = 1
                 where t.id = any(:tickets)
                   and b.ticket_id = t.id
                   and %1$s
                   and (position(t.title in b.subject) > 0 or position(t.title in b.text_body) > 0)
                """.formatted(ForgettingPersonSql.WRITTEN));
        of(person, sentence, asked, """
                update ticket t
                   set title = :sentence
                  from article a
                 where t.id = any(:tickets)
                   and a.ticket_id = t.id
                   and a.no = 1
                   and %s
                """.formatted(ForgettingPersonSql.WRITTEN));
    }

    private void of(ForgettingPerson.Person person, String sentence, Collection<Long> tickets, String statement) {
        ForgettingPersonSql.named(db.sql(statement), person)
                .param("sentence", sentence)
                .param("tickets", tickets.toArray(Long[]::new))
                .update();
    }
}
