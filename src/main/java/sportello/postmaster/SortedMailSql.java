package sportello.postmaster;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mailbox.ArrivalId;
import tools.jackson.databind.json.JsonMapper;

@Component
class SortedMailSql {
    private final JdbcClient db;
    private final Clock clock;

    SortedMailSql(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What became of a mail. */
    record Line(ArrivalId arrival, Pipeline.Judgement judgement, Delivering.Delivered delivered) {}

    /** What became of mails; of one that was sorted once more, what became of it last. */
    void write(List<Line> lines) {
        if (lines.isEmpty()) return;
        db.sql("""
                insert into sorted_mail (arrival_id, verdict, ticket_id, article_id, sender, subject, message_id, log, at, answer)
                select arrival, verdict, ticket, article, sender, subject, message_id, log, :now, answer
                  from json_to_recordset(:rows::json)
                       as sorted (arrival bigint, verdict text, ticket bigint, article bigint, sender text, subject text,
                                  message_id text, log json, answer text)
                    on conflict (arrival_id) do update
                   set verdict = excluded.verdict, ticket_id = excluded.ticket_id, article_id = excluded.article_id,
                       sender = excluded.sender, subject = excluded.subject, message_id = excluded.message_id,
                       log = excluded.log, at = excluded.at, answer = excluded.answer
                """)
                .param(
                        "rows",
                        JsonMapper.shared()
                                .writeValueAsString(
                                        lines.stream().map(SortedMailSql::row).toList()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Map<String, @Nullable Object> row(Line line) {
        var course = line.judgement().course();
        var sender = course.sender();
        var received = line.delivered().received();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("arrival", line.arrival().value());
        row.put("verdict", line.judgement().verdict().key());
        row.put("ticket", received == null ? null : received.ticket().value());
        row.put("article", received == null ? null : received.article().value());
        row.put("sender", sender == null ? "" : sender.line());
        row.put("subject", course.mail().subject());
        row.put("message_id", course.mail().messageId());
        row.put("log", course.log());
        row.put("answer", line.delivered().answer().key());
        return row;
    }
}
