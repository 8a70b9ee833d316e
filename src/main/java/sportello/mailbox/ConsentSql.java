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
                insert into mailbox_consent (mailbox_id, provider, tenant, client_id, client_secret, refresh_token)
                values (:mailbox, :provider, :tenant, :clientId, :secret, :refresh)
                on conflict (mailbox_id) do update
                   set provider = excluded.provider, tenant = excluded.tenant, client_id = excluded.client_id,
                       client_secret = excluded.client_secret, refresh_token = excluded.refresh_token,
                       access_token = null, access_until = null
                """)
                .param("mailbox", mailbox.value())
                .param("provider", consent.provider().name())
                .param("tenant", consent.tenant())
                .param("clientId", consent.clientId())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("refresh", secrets.encrypt(consent.refreshToken()))
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
                select provider, tenant, client_id, client_secret, refresh_token
                  from mailbox_consent
                 where mailbox_id = :mailbox
                """).param("mailbox", mailbox.value()).query(this::read).optional();
    }

    Optional<AccessToken> token(MailboxId mailbox) {
        return db.sql("""
                select access_token, access_until
                  from mailbox_consent
                 where mailbox_id = :mailbox
                   and access_token is not null
                """)
                .param("mailbox", mailbox.value())
                .query((row, number) -> new AccessToken(secrets.decrypt(row.getBytes("access_token")), until(row)))
                .optional();
    }

    /** Only while the consent is the one that was asked with: somebody may have given another meanwhile. */
    void granted(MailboxId mailbox, String clientId, AccessToken token, @Nullable String refreshToken) {
        db.sql("""
                update mailbox_consent
                   set access_token = :token, access_until = :until, refresh_token = coalesce(:refresh, refresh_token)
                 where mailbox_id = :mailbox
                   and client_id = :clientId
                """)
                .param("mailbox", mailbox.value())
                .param("clientId", clientId)
                .param("token", secrets.encrypt(token.value()))
                .param("until", token.until().atOffset(ZoneOffset.UTC))
                .param("refresh", refreshToken == null ? null : secrets.encrypt(refreshToken), Types.BINARY)
                .update();
    }

    void forgetToken(MailboxId mailbox) {
        db.sql("""
                update mailbox_consent
                   set access_token = null, access_until = null
                 where mailbox_id = :mailbox
                """).param("mailbox", mailbox.value()).update();
    }

    Map<MailboxId, Instant> ends() {
        var ends = new HashMap<MailboxId, Instant>();
        db.sql("""
                select mailbox_id, access_until
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
                secrets.decrypt(row.getBytes("refresh_token")));
    }

    private static Instant until(ResultSet row) throws SQLException {
        return row.getObject("access_until", OffsetDateTime.class).toInstant();
    }
}
