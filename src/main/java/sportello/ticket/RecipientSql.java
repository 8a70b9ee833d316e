package sportello.ticket;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mail.LetterId;

@Component
class RecipientSql {
    private final JdbcClient db;

    RecipientSql(JdbcClient db) {
        this.db = db;
    }

    void insert(ArticleId article, int position, ArticleRecipient recipient) {
        var letter = recipient.letter();
        db.sql("""
                insert into article_recipient (article_id, position, role, name, address, letter_id)
                values (:article, :position, :role, :name, :address, :letter)
                """)
                .param("article", article.value())
                .param("position", position)
                .param("role", recipient.role())
                .param("name", recipient.name())
                .param("address", recipient.address())
                .param("letter", letter == null ? null : letter.value())
                .update();
    }

    List<ArticleRecipient> of(ArticleId article) {
        return db.sql("""
                select role, name, address, letter_id
                  from article_recipient
                 where article_id = :article
                 order by position
                """)
                .param("article", article.value())
                .query((row, number) -> {
                    var letter = row.getObject("letter_id", Long.class);
                    return new ArticleRecipient(
                            row.getString("role"),
                            row.getString("name"),
                            row.getString("address"),
                            letter == null ? null : new LetterId(letter));
                })
                .list();
    }
}
