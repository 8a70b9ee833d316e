package sportello.postmaster;

import java.sql.Timestamp;
import java.time.Clock;
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

    /** What became of a mail; of one that was sorted once more, what became of it last. */
    void write(ArrivalId arrival, Pipeline.Judgement judgement, Delivering.Delivered delivered) {
        var mail = judgement.course().mail();
        var sender = judgement.course().sender();
        var received = delivered.received();
        db.sql("""
                insert into sorted_mail (arrival_id, verdict, ticket_id, article_id, sender, subject, message_id, log, at, answer)
                values (:arrival, :verdict, :ticket, :article, :sender, :subject, :messageId, :log::json, :now,
                        :answer)
                    on conflict (arrival_id) do update
                   set verdict = excluded.verdict, ticket_id = excluded.ticket_id, article_id = excluded.article_id,
                       sender = excluded.sender, subject = excluded.subject, message_id = excluded.message_id,
                       log = excluded.log, at = excluded.at, answer = excluded.answer
                """)
                .param("arrival", arrival.value())
                .param("verdict", judgement.verdict().key())
                .param("ticket", received == null ? null : received.ticket().value())
                .param("article", received == null ? null : received.article().value())
                .param("sender", sender == null ? "" : sender.line())
                .param("subject", mail.subject())
                .param("messageId", mail.messageId())
                .param(
                        "log",
                        JsonMapper.shared()
                                .writeValueAsString(judgement.course().log()))
                .param("answer", delivered.answer().key())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
