package sportello.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.settings.Secrets;

/** Consents and their tokens; what is secret is encrypted here, and nowhere else in the clear. */
@Component
class ConsentSql {
    private final JdbcClient db;
    private final Secrets secrets;

    ConsentSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    void save(MailboxId mailbox, Consent consent) {
        var secret = consent.clientSecret();
        db.sql("""
                insert into mailbox_consent (mailbox_id, provider, tenant, client_id, client_secret, refresh_token, sending)
                values (:mailbox, :provider, :tenant, :clientId, :secret, :refresh, :sending)
                on conflict (mailbox_id) do update
                   set provider = excluded.provider, tenant = excluded.tenant, client_id = excluded.client_id,
                       client_secret = excluded.client_secret, refresh_token = excluded.refresh_token,
                       sending = excluded.sending,
                       access_token = null, access_until = null, sending_token = null, sending_until = null
                """)
                .param("mailbox", mailbox.value())
                .param("provider", consent.provider().name())
                .param("tenant", consent.tenant())
                .param("clientId", consent.clientId())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("refresh", secrets.encrypt(consent.refreshToken()))
                .param("sending", consent.sending())
                .update();
        open(mailbox);
        logInAnew(mailbox);
    }

    boolean delete(MailboxId mailbox) {
        var deleted = db.sql("delete from mailbox_consent where mailbox_id = :mailbox")
                .param("mailbox", mailbox.value())
                .update();
        if (deleted == 1) logInAnew(mailbox);
        return deleted == 1;
    }

    /** A mailbox that was added without a password waits for this, and is read from now on. */
    private void open(MailboxId mailbox) {
        db.sql("update mailbox set valid = true where id = :mailbox and secret is null")
                .param("mailbox", mailbox.value())
                .update();
    }

    /** Whoever reads the mailbox begins anew when its revision changes, however long he was going to wait. */
    private void logInAnew(MailboxId mailbox) {
        db.sql("update mailbox set revision = revision + 1 where id = :mailbox")
                .param("mailbox", mailbox.value())
                .update();
    }

    Optional<Consent> consent(MailboxId mailbox) {
        return db.sql("""
                select provider, tenant, client_id, client_secret, refresh_token, sending
                  from mailbox_consent
                 where mailbox_id = :mailbox
                """).param("mailbox", mailbox.value()).query(this::read).optional();
    }

    /** The mailboxes to which consent was given. */
    Set<MailboxId> given() {
        return db.sql("select mailbox_id from mailbox_consent order by mailbox_id")
                .query((row, number) -> new MailboxId(row.getLong("mailbox_id")))
                .set();
    }

    Optional<AccessToken> token(MailboxId mailbox, Purpose purpose) {
        return db.sql("""
                select %1$s_token as token, %1$s_until as until
                  from mailbox_consent
                 where mailbox_id = :mailbox
                   and %1$s_token is not null
                """.formatted(purpose.column()))
                .param("mailbox", mailbox.value())
                .query((row, number) -> new AccessToken(secrets.decrypt(row.getBytes("token")), until(row)))
                .optional();
    }

    /** Only while the consent is the one that was asked with: somebody may have given another meanwhile. */
    void granted(
            MailboxId mailbox, String clientId, Purpose purpose, AccessToken token, @Nullable String refreshToken) {
        db.sql("""
                update mailbox_consent
                   set %1$s_token = :token, %1$s_until = :until, refresh_token = coalesce(:refresh, refresh_token)
                 where mailbox_id = :mailbox
                   and client_id = :clientId
                """.formatted(purpose.column()))
                .param("mailbox", mailbox.value())
                .param("clientId", clientId)
                .param("token", secrets.encrypt(token.value()))
                .param("until", token.until().atOffset(ZoneOffset.UTC))
                .param("refresh", refreshToken == null ? null : secrets.encrypt(refreshToken), Types.BINARY)
                .update();
    }

    void forgetToken(MailboxId mailbox, Purpose purpose) {
        db.sql("""
                update mailbox_consent
                   set %1$s_token = null, %1$s_until = null
                 where mailbox_id = :mailbox
                """.formatted(purpose.column()))
                .param("mailbox", mailbox.value())
                .update();
    }

    Map<MailboxId, Instant> ends() {
        var ends = new HashMap<MailboxId, Instant>();
        db.sql("""
                select mailbox_id, access_until as until
                  from mailbox_consent
                 where access_until is not null
                """).query(row -> {
            ends.put(new MailboxId(row.getLong("mailbox_id")), until(row));
        });
        return ends;
    }

    private Consent read(ResultSet row, int number) throws SQLException {
        var secret = row.getBytes("client_secret");
        return new Consent(
                Provider.valueOf(row.getString("provider")),
                row.getString("tenant"),
                row.getString("client_id"),
                secret == null ? null : secrets.decrypt(secret),
                secrets.decrypt(row.getBytes("refresh_token")),
                row.getBoolean("sending"));
    }

    private static Instant until(ResultSet row) throws SQLException {
        return row.getObject("until", OffsetDateTime.class).toInstant();
    }
}
