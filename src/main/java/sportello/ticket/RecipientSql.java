package sportello.ticket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mail.LetterId;
import sportello.mail.Recipient;

@Component
class RecipientSql {
    private final JdbcClient db;

    RecipientSql(JdbcClient db) {
        this.db = db;
    }

    void insert(ArticleId article, ArticleRecipient recipient) {
        var letter = recipient.letter();
        db.sql("""
                insert into article_recipient (article_id, position, role, name, address, letter_id)
                values (:article, :position, :role, :name, :address, :letter)
                """)
                .param("article", article.value())
                .param("position", recipient.position())
                .param("role", recipient.role())
                .param("name", recipient.name())
                .param("address", recipient.address())
                .param("letter", letter == null ? null : letter.value())
                .update();
    }

    /** Those on one line of a mail that came in, however many stand there. */
    void insert(ArticleId article, String role, List<Recipient> line, int first) {
        if (line.isEmpty()) return;
        db.sql("""
                insert into article_recipient (article_id, position, role, name, address)
                select :article, :first + o.place - 1, :role, o.name, o.address
                  from unnest(:names, :addresses) with ordinality as o (name, address, place)
                """)
                .param("article", article.value())
                .param("first", first)
                .param("role", role)
                .param("names", line.stream().map(Recipient::name).toArray(String[]::new))
                .param("addresses", line.stream().map(Recipient::address).toArray(String[]::new))
                .update();
    }

    /**
     * Somebody to whom an article was mailed.
     *
     * @param letter the last that was sent to this address about it
     */
    record Sent(ArticleId article, String role, String name, String address, LetterId letter) {}

    /** The recipient, unless a later letter about the same article went to the same address. */
    Optional<Sent> latest(TicketId ticket, int no, int position) {
        return db.sql("""
                select r.article_id, r.role, r.name, r.address, r.letter_id
                  from article_recipient r
                  join article a on a.id = r.article_id
                 where a.ticket_id = :ticket
                   and a.no = :no
                   and r.position = :position
                   and r.letter_id is not null
                   and not exists (select 1
                                     from article_recipient later
                                    where later.article_id = r.article_id
                                      and later.address = r.address
                                      and later.position > r.position)
                """)
                .param("ticket", ticket.value())
                .param("no", no)
                .param("position", position)
                .query((row, number) -> new Sent(
                        new ArticleId(row.getLong("article_id")),
                        row.getString("role"),
                        row.getString("name"),
                        row.getString("address"),
                        new LetterId(row.getLong("letter_id"))))
                .optional();
    }

    /**
     * To which ticket a letter belongs.
     *
     * @param article which it brought
     */
    record Owner(TicketId ticket, ArticleId article) {}

    /** Where the letter brought an article to somebody. */
    Optional<Owner> owner(LetterId letter) {
        return db.sql("""
                select a.ticket_id, a.id
                  from article_recipient r
                  join article a on a.id = r.article_id
                 where r.letter_id = :letter
                """)
                .param("letter", letter.value())
                .query((row, number) ->
                        new Owner(new TicketId(row.getLong("ticket_id")), new ArticleId(row.getLong("id"))))
                .optional();
    }

    /** The same once more with another letter, behind all the others. */
    void append(Sent sent, LetterId letter) {
        db.sql("""
                insert into article_recipient (article_id, position, role, name, address, letter_id)
                select :article, max(position) + 1, :role, :name, :address, :letter
                  from article_recipient
                 where article_id = :article
                """)
                .param("article", sent.article().value())
                .param("role", sent.role())
                .param("name", sent.name())
                .param("address", sent.address())
                .param("letter", letter.value())
                .update();
    }

    /** All letters in which an article went out. */
    List<LetterId> letters(ArticleId article) {
        return db.sql("select letter_id from article_recipient where article_id = :article and letter_id is not null")
                .param("article", article.value())
                .query((row, number) -> new LetterId(row.getLong("letter_id")))
                .list();
    }

    List<ArticleRecipient> of(ArticleId article) {
        return of(List.of(article)).getOrDefault(article, List.of());
    }

    /** Of each article in their order. */
    Map<ArticleId, List<ArticleRecipient>> of(List<ArticleId> articles) {
        var found = new HashMap<ArticleId, List<ArticleRecipient>>();
        db.sql("""
                select article_id, position, role, name, address, letter_id
                  from article_recipient
                 where article_id = any(:articles)
                 order by article_id, position
                """)
                .param("articles", articles.stream().map(ArticleId::value).toArray(Long[]::new))
                .query(row -> {
                    var letter = row.getObject("letter_id", Long.class);
                    found.computeIfAbsent(new ArticleId(row.getLong("article_id")), none -> new ArrayList<>())
                            .add(new ArticleRecipient(
                                    row.getInt("position"),
                                    row.getString("role"),
                                    row.getString("name"),
                                    row.getString("address"),
                                    letter == null ? null : new LetterId(letter)));
                });
        return found;
    }
}
