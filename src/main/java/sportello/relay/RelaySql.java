package sportello.relay;

import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mail.Relay;
import sportello.settings.Encryption;
import sportello.settings.Secrets;
import sportello.settings.SmtpServer;

/** Its password is encrypted here, and nowhere else in the clear. */
@Component
class RelaySql implements Relay {
    private final JdbcClient db;
    private final Secrets secrets;

    RelaySql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    Optional<KeptRelay> find() {
        return db.sql("select host, port, encryption, user_name, own_ca from relay")
                .query((row, number) -> new KeptRelay(
                        row.getString("host"),
                        row.getInt("port"),
                        Encryption.valueOf(row.getString("encryption")),
                        row.getString("user_name"),
                        row.getString("own_ca")))
                .optional();
    }

    @Nullable String secret() {
        return db.sql("select secret from relay where secret is not null")
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .orElse(null);
    }

    @Override
    public Optional<SmtpServer> server() {
        return find().map(relay -> relay.server(relay.user().isEmpty() ? null : secret()));
    }

    void save(KeptRelay relay, @Nullable String secret) {
        db.sql("""
                insert into relay (host, port, encryption, user_name, secret, own_ca)
                values (:host, :port, :encryption, :user, :secret, :ownCa)
                on conflict (one) do update
                   set host = excluded.host, port = excluded.port, encryption = excluded.encryption,
                       user_name = excluded.user_name, secret = excluded.secret, own_ca = excluded.own_ca
                """)
                .param("host", relay.host())
                .param("port", relay.port())
                .param("encryption", relay.encryption().name())
                .param("user", relay.user())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("ownCa", relay.ownCa())
                .update();
    }

    void delete() {
        db.sql("delete from relay").update();
    }
}
