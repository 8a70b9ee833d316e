package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.storage.StoredFile;

@Component
class ArticleSql {
    private final JdbcClient db;

    ArticleSql(JdbcClient db) {
        this.db = db;
    }

    ArticleId insert(NewArticle article, Instant now) {
        var agent = article.agent();
        var customerUser = article.customerUser();
        var html = article.html();
        var line = article.line();
        return new ArticleId(db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, agent_id, customer_user_id, sender_name,
                                     subject, text_body, html_body, event, created_at)
                select :ticket, coalesce(max(no), 0) + 1, :sender, :channel, :visible, :agent, :customerUser, :name,
                       :subject, :text, :html, :event, :now
                  from article
                 where ticket_id = :ticket
                returning id
                """)
                .param("ticket", article.ticket().value())
                .param("sender", article.sender().key())
                .param("channel", article.channel().key())
                .param("visible", article.visible())
                .param("agent", agent == null ? null : agent.value())
                .param("customerUser", customerUser == null ? null : customerUser.value())
                .param("name", article.senderName())
                .param("subject", article.subject())
                .param("text", article.text())
                .param("html", html == null ? null : html.markup())
                .param("event", line == null ? null : line.key())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    void attach(ArticleId article, int position, String name, String mediaType, StoredFile file) {
        db.sql("""
                insert into attachment (article_id, position, name, media_type, size, hash)
                values (:article, :position, :name, :mediaType, :size, :hash)
                """)
                .param("article", article.value())
                .param("position", position)
                .param("name", name)
                .param("mediaType", mediaType)
                .param("size", file.size())
                .param("hash", file.hash().bytes())
                .update();
    }
}
