package sportello.ticket;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.mail.MessageId;

@Component
class ProofSql {
    private final JdbcClient db;

    ProofSql(JdbcClient db) {
        this.db = db;
    }

    void insert(ArticleId article, Proof proof) {
        if (proof.signature() != null) insert(article, proof.signature());
        if (proof.certified() != null) insert(article, proof.certified());
        if (proof.authentication() != null) insert(article, proof.authentication());
        if (proof.encrypted() != null) insert(article, proof.encrypted());
    }

    private void insert(ArticleId article, Encrypted encrypted) {
        db.sql("""
                insert into article_encryption (article_id, kind, fate, algorithm)
                values (:article, :kind, :fate, :algorithm)
                """)
                .param("article", article.value())
                .param("kind", encrypted.kind().key())
                .param("fate", encrypted.fate().key())
                .param("algorithm", encrypted.algorithm())
                .update();
    }

    private void insert(ArticleId article, Authentication authentication) {
        db.sql("""
                insert into article_authentication (article_id, authenticated, server, dmarc, spf, dkim)
                values (:article, :authenticated, :server, :dmarc, :spf, :dkim)
                """)
                .param("article", article.value())
                .param("authenticated", authentication.authenticated())
                .param("server", authentication.server())
                .param("dmarc", authentication.dmarc())
                .param("spf", authentication.spf())
                .param("dkim", authentication.dkim())
                .update();
    }

    private void insert(ArticleId article, SignedBy signature) {
        db.sql("""
                insert into article_signature (article_id, kind, worth, name, address, until)
                values (:article, :kind, :worth, :name, :address, :until)
                """)
                .param("article", article.value())
                .param("kind", signature.kind().key())
                .param("worth", signature.worth().key())
                .param("name", signature.name())
                .param("address", signature.address())
                .param("until", timestamp(signature.until()))
                .update();
    }

    private void insert(ArticleId article, Certified certified) {
        var refersTo = certified.refersTo();
        db.sql("""
                insert into article_certified (article_id, kind, sender, provider, identifier, at, refers_to, addresses, error)
                values (:article, :kind, :sender, :provider, :identifier, :at, :refersTo, :addresses, :error)
                """)
                .param("article", article.value())
                .param("kind", certified.kind().key())
                .param("sender", certified.sender())
                .param("provider", certified.provider())
                .param("identifier", certified.identifier())
                .param("at", timestamp(certified.at()))
                .param("refersTo", refersTo == null ? null : refersTo.value())
                .param("addresses", certified.addresses().toArray(String[]::new))
                .param("error", certified.error())
                .update();
    }

    Proof of(ArticleId article) {
        return of(List.of(article)).getOrDefault(article, Proof.NONE);
    }

    /** Whether an article came encrypted and was opened. */
    boolean cameEncrypted(TicketId ticket, int no) {
        return db.sql("""
                select exists (select 1
                                 from article a
                                 join article_encryption e on e.article_id = a.id
                                where a.ticket_id = :ticket
                                  and a.no = :no
                                  and e.fate = 'opened')
                """)
                .param("ticket", ticket.value())
                .param("no", no)
                .query(Boolean.class)
                .single();
    }

    /** An article that came encrypted, and what it says. */
    record Opened(int no, String text) {}

    /** Those that came encrypted and were opened, the latest first. */
    List<Opened> opened(TicketId ticket) {
        return db.sql("""
                select a.no, a.text_body as text
                  from article a
                  join article_encryption e on e.article_id = a.id
                 where a.ticket_id = :ticket
                   and e.fate = 'opened'
                 order by a.no desc
                """)
                .param("ticket", ticket.value())
                .query((row, number) -> new Opened(row.getInt("no"), row.getString("text")))
                .list();
    }

    /** Of those that have any, in one statement. */
    Map<ArticleId, Proof> of(Collection<ArticleId> articles) {
        return db
                .sql("""
                select a.id, s.kind as signed, s.worth, s.name, s.address, s.until,
                       c.kind, c.sender, c.provider, c.identifier, c.at, c.refers_to, c.addresses, c.error,
                       n.authenticated, n.server, n.dmarc, n.spf, n.dkim,
                       e.kind as sealed, e.fate, e.algorithm
                  from article a
                  left join article_signature s on s.article_id = a.id
                  left join article_certified c on c.article_id = a.id
                  left join article_authentication n on n.article_id = a.id
                  left join article_encryption e on e.article_id = a.id
                 where a.id = any(:articles)
                """)
                .param("articles", articles.stream().map(ArticleId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        new ArticleId(row.getLong("id")),
                        new Proof(signature(row), certified(row), authentication(row), encrypted(row))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was found at its receipt stands behind a copy as well. */
    void copy(TicketId from, int no, ArticleId to) {
        db.sql("""
                with source as (select id from article where ticket_id = :from and no = :no),
                     signed as (
                    insert into article_signature (article_id, kind, worth, name, address, until)
                    select :to, s.kind, s.worth, s.name, s.address, s.until
                      from source
                      join article_signature s on s.article_id = source.id),
                     vouched as (
                    insert into article_authentication (article_id, authenticated, server, dmarc, spf, dkim)
                    select :to, n.authenticated, n.server, n.dmarc, n.spf, n.dkim
                      from source
                      join article_authentication n on n.article_id = source.id),
                     encrypted as (
                    insert into article_encryption (article_id, kind, fate, algorithm)
                    select :to, e.kind, e.fate, e.algorithm
                      from source
                      join article_encryption e on e.article_id = source.id)
                insert into article_certified (article_id, kind, sender, provider, identifier, at, refers_to, addresses, error)
                select :to, c.kind, c.sender, c.provider, c.identifier, c.at, c.refers_to, c.addresses, c.error
                  from source
                  join article_certified c on c.article_id = source.id
                """)
                .param("from", from.value())
                .param("no", no)
                .param("to", to.value())
                .update();
    }

    /** The receipts on an article, in the order in which they came. */
    List<Attested> receipts(ArticleId article) {
        return db.sql("""
                select r.no, c.kind, c.sender, c.provider, c.identifier, c.at, c.refers_to, c.addresses, c.error
                  from article a
                  join article_certified c on c.refers_to = a.message_id
                  join article r on r.id = c.article_id and r.ticket_id = a.ticket_id
                 where a.id = :article
                 order by r.no
                """)
                .param("article", article.value())
                .query((row, number) -> new Attested(row.getInt("no"), Objects.requireNonNull(certified(row))))
                .list();
    }

    private static @Nullable Authentication authentication(ResultSet row) throws SQLException {
        var server = row.getString("server");
        return server == null
                ? null
                : new Authentication(
                        row.getBoolean("authenticated"),
                        server,
                        row.getString("dmarc"),
                        row.getString("spf"),
                        row.getString("dkim"));
    }

    private static @Nullable Encrypted encrypted(ResultSet row) throws SQLException {
        var kind = row.getString("sealed");
        return kind == null
                ? null
                : new Encrypted(
                        Encrypted.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        Encrypted.Fate.valueOf(row.getString("fate").toUpperCase(Locale.ROOT)),
                        row.getString("algorithm"));
    }

    private static @Nullable SignedBy signature(ResultSet row) throws SQLException {
        var worth = row.getString("worth");
        return worth == null
                ? null
                : new SignedBy(
                        Encrypted.Kind.valueOf(row.getString("signed").toUpperCase(Locale.ROOT)),
                        SignedBy.Worth.valueOf(worth.toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("address"),
                        Column.instant(row, "until"));
    }

    private static @Nullable Certified certified(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        if (kind == null) return null;
        return new Certified(
                Certified.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                row.getString("sender"),
                row.getString("provider"),
                row.getString("identifier"),
                Column.instant(row, "at"),
                MessageId.of(row.getString("refers_to")).orElse(null),
                Arrays.asList((String[]) row.getArray("addresses").getArray()),
                row.getString("error"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
