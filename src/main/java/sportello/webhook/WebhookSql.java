package sportello.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.base.Language;
import sportello.settings.Secrets;

/** Addresses and secrets are encrypted here, and nowhere else in the clear. */
@Component
class WebhookSql {
    private static final String WEBHOOKS = """
            select id, name, host, format, language, own_ca, secret is not null as signed, valid, version, last_sent_at,
                   failing_since, error_at, error_status, error_trouble, error_words
              from webhook
            """;

    private final JdbcClient db;
    private final Secrets secrets;

    WebhookSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /** By name. */
    List<KeptWebhook> all() {
        return db.sql(WEBHOOKS + " order by lower(name)")
                .query(WebhookSql::kept)
                .list();
    }

    Optional<KeptWebhook> find(WebhookId id) {
        return db.sql(WEBHOOKS + " where id = :id")
                .param("id", id.value())
                .query(WebhookSql::kept)
                .optional();
    }

    List<Webhook> of(Collection<Long> ids) {
        return db.sql("""
                select id, name, host, format, language, valid
                  from webhook
                 where id = any(:ids)
                 order by lower(name)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query(WebhookSql::webhook)
                .list();
    }

    /** Until the transaction ends nobody else keeps one. */
    void keepAlone() {
        db.sql("lock table webhook in share row exclusive mode").update();
    }

    boolean isTaken(String name, long own) {
        return db.sql("select exists (select 1 from webhook where lower(name) = lower(:name) and id <> :own)")
                .param("name", name)
                .param("own", own)
                .query(Boolean.class)
                .single();
    }

    @Nullable String address(WebhookId id) {
        return secret("address", id);
    }

    @Nullable String secret(WebhookId id) {
        return secret("secret", id);
    }

    private @Nullable String secret(String column, WebhookId id) {
        return db.sql("select " + column + " from webhook where id = :id and " + column + " is not null")
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .orElse(null);
    }

    /** What is kept of a webhook, beside what it does. */
    record Content(
            WebhookProposal proposal,
            String host,
            @Nullable String address,
            @Nullable String secret) {

        /** Nothing that is secret. */
        @Override
        public String toString() {
            return "Content[" + host + "]";
        }
    }

    WebhookId insert(Content content) {
        return write(db.sql("""
                insert into webhook (name, address, host, format, language, secret, own_ca, valid)
                values (:name, :address, :host, :format, :language, :secret, :ownCa, :valid)
                returning id
                """), content)
                .query((row, number) -> new WebhookId(row.getLong("id")))
                .single();
    }

    /** It is to be tried at once, whatever it did before; false if it was changed since. */
    boolean update(WebhookId id, int seen, Content content) {
        return write(db.sql("""
                update webhook
                   set name = :name, address = :address, host = :host, format = :format, language = :language,
                       secret = :secret, own_ca = :ownCa, valid = :valid, version = version + 1, rests_until = null
                 where id = :id
                   and version = :seen
                """), content)
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec write(JdbcClient.StatementSpec statement, Content content) {
        var proposal = content.proposal();
        return statement
                .param("name", proposal.name())
                .param("address", encrypted(content.address()), Types.BINARY)
                .param("host", content.host())
                .param("format", proposal.format().key())
                .param("language", proposal.language().code())
                .param("secret", encrypted(content.secret()), Types.BINARY)
                .param("ownCa", proposal.ownCa())
                .param("valid", proposal.valid());
    }

    private byte @Nullable [] encrypted(@Nullable String secret) {
        return secret == null ? null : secrets.encrypt(secret);
    }

    AllowedHosts allowed() {
        return new AllowedHosts(db.sql("select host from webhook_host order by host")
                .query((row, number) -> row.getString("host"))
                .list());
    }

    /** These, instead of those before. */
    void allow(AllowedHosts allowed) {
        db.sql("delete from webhook_host").update();
        db.sql("insert into webhook_host (host) select unnest(:hosts)")
                .param("hosts", allowed.hosts().toArray(String[]::new))
                .update();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                new WebhookId(row.getLong("id")),
                row.getString("name"),
                row.getString("host"),
                Format.of(row.getString("format")),
                Language.of(row.getString("language")),
                row.getBoolean("valid"));
    }

    private static KeptWebhook kept(ResultSet row, int number) throws SQLException {
        return new KeptWebhook(
                webhook(row, number),
                row.getString("own_ca"),
                row.getBoolean("signed"),
                row.getInt("version"),
                new WebhookHealth(
                        Column.instant(row, "last_sent_at"),
                        Column.instant(row, "failing_since"),
                        AnswerColumns.read(row, "error_status", "error_trouble", "error_words"),
                        Column.instant(row, "error_at")));
    }
}
