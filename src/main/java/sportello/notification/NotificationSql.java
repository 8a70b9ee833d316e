package sportello.notification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mail.LetterId;
import sportello.webhook.DeliveryId;
import tools.jackson.databind.json.JsonMapper;

@Component
class NotificationSql {
    private final JdbcClient db;

    NotificationSql(JdbcClient db) {
        this.db = db;
    }

    /** What became of a notice: the letter about it or what a webhook is told, or neither where nobody is, or not yet. */
    record Line(
            Notice notice,
            @Nullable LetterId letter,
            @Nullable DeliveryId delivery) {}

    void insert(News news, List<Line> lines, Instant now) {
        var article = news.article();
        db.sql("""
                insert into notification (ticket_id, history_id, article_id, rule_id, own_rule_id, event, audience, agent_id,
                                          customer_user_id, webhook_id, instead_of_id, recipient_name, address, letter_id,
                                          delivery_id, skipped, held, created_at)
                select :ticket, :line, :article, rule, own_rule, case when own_rule is not null then :event end, audience,
                       agent, customer_user, webhook, instead_of, name, address, letter, delivery, skipped, held, :now
                  from json_to_recordset(:rows::json)
                       as notice (no integer, rule bigint, own_rule bigint, audience text, agent bigint,
                                  customer_user bigint, webhook bigint, instead_of bigint, name text, address text,
                                  letter bigint, delivery bigint, skipped text, held boolean)
                 order by no
                """)
                .param("ticket", news.ticket().value())
                .param("line", news.line().value())
                .param("event", news.occasion().key())
                .param("article", article == null ? null : article.value(), Types.BIGINT)
                .param(
                        "rows",
                        JsonMapper.shared()
                                .writeValueAsString(IntStream.range(0, lines.size())
                                        .mapToObj(no -> row(no, lines.get(no)))
                                        .toList()))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Map<String, @Nullable Object> row(int no, Line line) {
        var notice = line.notice();
        var whyNot = notice.whyNot();
        var person = notice.person();
        var insteadOf = notice.insteadOf();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("no", no);
        var rule = notice.rule();
        row.put(rule.own() ? "own_rule" : "rule", rule.id());
        row.put("audience", rule.own() ? rule.audience().key() : null);
        row.put(
                "agent",
                person instanceof Person.OfTheDesk(var agent) ? agent.id().value() : null);
        row.put(
                "customer_user",
                person instanceof Person.OfACustomer(var user) ? user.id().value() : null);
        row.put(
                "webhook",
                person instanceof Person.Hook hook ? hook.webhook().id().value() : null);
        row.put("instead_of", insteadOf == null ? null : insteadOf.id().value());
        row.put("name", person.name());
        row.put("address", person.address());
        row.put("letter", line.letter() == null ? null : line.letter().value());
        row.put("delivery", line.delivery() == null ? null : line.delivery().value());
        row.put("skipped", whyNot == null ? null : whyNot.key());
        row.put("held", notice.isHeld());
        return row;
    }
}
