package sportello.relay;

import java.io.IOException;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mail.Relay;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Tokens;
import sportello.settings.Encryption;
import sportello.settings.Secrets;
import sportello.settings.SmtpServer;

/** Its password is encrypted here, and nowhere else in the clear; a token lies with the consent to its mailbox. */
@Component
class RelaySql implements Relay {
    private final JdbcClient db;
    private final Secrets secrets;
    private final Tokens tokens;

    RelaySql(JdbcClient db, Secrets secrets, Tokens tokens) {
        this.db = db;
        this.secrets = secrets;
        this.tokens = tokens;
    }

    Optional<KeptRelay> find() {
        return db.sql("select host, port, encryption, user_name, own_ca, mailbox_id from relay")
                .query((row, number) -> new KeptRelay(
                        row.getString("host"),
                        row.getInt("port"),
                        Encryption.valueOf(row.getString("encryption")),
                        row.getString("user_name"),
                        row.getString("own_ca"),
                        mailbox(row.getObject("mailbox_id", Long.class))))
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

    @Override
    public String token() throws IOException {
        return tokens.toSend(consenting().orElseThrow(() -> new IOException("no token: nobody has given consent")));
    }

    @Override
    public void refused() {
        consenting().ifPresent(tokens::refusedToSend);
    }

    private Optional<MailboxId> consenting() {
        return find().flatMap(relay -> Optional.ofNullable(relay.mailbox()));
    }

    private static @Nullable MailboxId mailbox(@Nullable Long id) {
        return id == null ? null : new MailboxId(id);
    }

    void save(KeptRelay relay, @Nullable String secret) {
        db.sql("""
                insert into relay (host, port, encryption, user_name, secret, own_ca, mailbox_id)
                values (:host, :port, :encryption, :user, :secret, :ownCa, :mailbox)
                on conflict (one) do update
                   set host = excluded.host, port = excluded.port, encryption = excluded.encryption,
                       user_name = excluded.user_name, secret = excluded.secret, own_ca = excluded.own_ca,
                       mailbox_id = excluded.mailbox_id
                """)
                .param("host", relay.host())
                .param("port", relay.port())
                .param("encryption", relay.encryption().name())
                .param("user", relay.user())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("ownCa", relay.ownCa())
                .param(
                        "mailbox",
                        relay.mailbox() == null ? null : relay.mailbox().value(),
                        Types.BIGINT)
                .update();
    }

    void delete() {
        db.sql("delete from relay").update();
    }
}
