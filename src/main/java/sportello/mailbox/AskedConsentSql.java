package sportello.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Sha256;
import sportello.settings.Secrets;

/** The consents that were asked for; each is answered once. */
@Component
class AskedConsentSql {
    private final JdbcClient db;
    private final Secrets secrets;

    AskedConsentSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    void insert(String state, AskedConsent asked, long agent, Instant now) {
        var client = asked.client();
        db.sql("""
                insert into mailbox_consent_asked (state, mailbox_id, agent_id, provider, tenant, client_id, client_secret,
                                                   sending, verifier, asked_at)
                values (:state, :mailbox, :agent, :provider, :tenant, :client, :secret, :sending, :verifier, :now)
                """)
                .param("state", Sha256.of(state))
                .param("mailbox", asked.mailbox().value())
                .param("agent", agent)
                .param("provider", client.provider().name())
                .param("tenant", client.tenant())
                .param("client", client.id())
                .param("secret", client.secret() == null ? null : secrets.encrypt(client.secret()), Types.BINARY)
                .param("sending", asked.sending())
                .param("verifier", secrets.encrypt(asked.verifier()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What this agent has asked since, if that was it; nobody can take it again. */
    Optional<AskedConsent> take(String state, long agent, Instant since) {
        return db.sql("""
                delete from mailbox_consent_asked
                 where state = :state
                   and agent_id = :agent
                   and asked_at >= :since
                returning mailbox_id, provider, tenant, client_id, client_secret, sending, verifier
                """)
                .param("state", Sha256.of(state))
                .param("agent", agent)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(this::read)
                .optional();
    }

    void forget(Instant before) {
        db.sql("delete from mailbox_consent_asked where asked_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private AskedConsent read(ResultSet row, int number) throws SQLException {
        var secret = row.getBytes("client_secret");
        return new AskedConsent(
                new MailboxId(row.getLong("mailbox_id")),
                new Client(
                        Provider.valueOf(row.getString("provider")),
                        row.getString("tenant"),
                        row.getString("client_id"),
                        secret == null ? null : secrets.decrypt(secret)),
                row.getBoolean("sending"),
                secrets.decrypt(row.getBytes("verifier")));
    }
}
