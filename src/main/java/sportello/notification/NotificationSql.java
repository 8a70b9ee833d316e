package sportello.notification;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mail.LetterId;

@Component
class NotificationSql {
    private final JdbcClient db;

    NotificationSql(JdbcClient db) {
        this.db = db;
    }

    /** @param letter null where the person is not told */
    void insert(News news, Notice notice, @Nullable LetterId letter, Instant now) {
        var article = news.article();
        var whyNot = notice.whyNot();
        var person = notice.person();
        var insteadOf = notice.insteadOf();
        db.sql("""
                insert into notification (ticket_id, history_id, article_id, rule_id, agent_id, customer_user_id,
                                          instead_of_id, recipient_name, address, letter_id, skipped, created_at)
                values (:ticket, :line, :article, :rule, :agent, :customerUser,
                        :insteadOf, :name, :address, :letter, :skipped, :now)
                """)
                .param("ticket", news.ticket().value())
                .param("line", news.line().value())
                .param("article", article == null ? null : article.value())
                .param("rule", notice.rule().id())
                .param(
                        "agent",
                        person instanceof Person.OfTheDesk desk
                                ? desk.agent().id().value()
                                : null)
                .param(
                        "customerUser",
                        person instanceof Person.OfACustomer customer
                                ? customer.user().id().value()
                                : null)
                .param("insteadOf", insteadOf == null ? null : insteadOf.id().value())
                .param("name", person.name())
                .param("address", person.address())
                .param("letter", letter == null ? null : letter.value())
                .param("skipped", whyNot == null ? null : whyNot.key())
                .param("now", Timestamp.from(now))
                .update();
    }
}
