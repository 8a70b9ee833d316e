package sportello.postmaster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.ArrivalId;
import sportello.ticket.ArticleId;
import sportello.ticket.Sight;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class MailLogSql {
    private final JdbcClient db;

    MailLogSql(JdbcClient db) {
        this.db = db;
    }

    List<SortedMail> latest(@Nullable ArrivalId before, int count, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select s.arrival_id, s.at, m.name as mailbox, s.sender, s.subject, s.verdict, s.article_id, t.number,
                       t.id is not null and %s as open, s.log
                  from sorted_mail s
                  join arrival a on a.id = s.arrival_id
                  join mailbox m on m.id = a.mailbox_id
                  left join ticket t on t.id = s.ticket_id
                 where %s
                 order by s.at desc, s.arrival_id desc
                 limit :count
                """.formatted(sight.condition(), before == null ? "true" : """
                (s.at, s.arrival_id) < (select at, arrival_id from sorted_mail where arrival_id = :before)"""))
                .params(sight.parameters())
                .param("before", before == null ? 0 : before.value())
                .param("count", count)
                .query(MailLogSql::read)
                .list();
    }

    Optional<ArrivalId> of(ArticleId article, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select s.arrival_id
                  from sorted_mail s
                  join article a on a.id = s.article_id
                  join ticket t on t.id = a.ticket_id
                 where s.article_id = :article
                   and %s
                 order by s.arrival_id
                 limit 1
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("article", article.value())
                .query((row, number) -> new ArrivalId(row.getLong("arrival_id")))
                .optional();
    }

    /** The log tells the sender as {@code Name <address>}, or by the address alone. */
    List<ArrivalId> by(CustomerUserId person, Set<String> addresses) {
        return db.sql("""
                select s.arrival_id
                  from sorted_mail s
                  left join article a on a.id = s.article_id
                 where a.customer_user_id = :person
                    or lower(coalesce(substring(s.sender from '<([^<>]*)>$'), s.sender)) = any(:addresses)
                 order by s.arrival_id
                """)
                .param("person", person.value())
                .param("addresses", addresses.toArray(String[]::new))
                .query((row, number) -> new ArrivalId(row.getLong("arrival_id")))
                .list();
    }

    private static SortedMail read(ResultSet row, int no) throws SQLException {
        var number = row.getString("number");
        var article = row.getObject("article_id", Long.class);
        return new SortedMail(
                new ArrivalId(row.getLong("arrival_id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("mailbox"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("verdict"),
                number == null ? null : new TicketNumber(number),
                article == null ? null : new ArticleId(article),
                row.getBoolean("open"),
                JsonMapper.shared().readValue(row.getString("log"), new TypeReference<List<Found>>() {}));
    }

    List<ArrivalId> of(CustomerUserId person, Set<String> addresses, Collection<TicketId> tickets) {
        return Stream.concat(by(person, addresses).stream(), of(tickets).stream())
                .distinct()
                .toList();
    }

    List<ArrivalId> of(Collection<TicketId> tickets) {
        return db.sql("select arrival_id from sorted_mail where ticket_id = any(:tickets) order by arrival_id")
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query((row, number) -> new ArrivalId(row.getLong("arrival_id")))
                .list();
    }

    void forget(List<ArrivalId> mails, String standIn, String sentence) {
        db.sql("""
                update sorted_mail
                   set sender = :standIn, subject = :sentence, message_id = null, log = '[]'
                 where arrival_id = any(:mails)
                """)
                .param("mails", mails.stream().map(ArrivalId::value).toArray(Long[]::new))
                .param("standIn", standIn)
                .param("sentence", sentence)
                .update();
    }

    void forgetAnswers(Set<String> addresses) {
        db.sql("delete from automatic_answer_sent where lower(address) = any(:addresses)")
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }
}
