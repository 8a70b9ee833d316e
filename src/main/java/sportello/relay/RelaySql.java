package sportello.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.mail.Account;
import sportello.mail.AccountId;
import sportello.mailbox.MailboxId;
import sportello.settings.Encryption;
import sportello.settings.Secrets;

/** Passwords are encrypted here, and nowhere else in the clear; a token lies with the consent to its mailbox. */
@Component
class RelaySql {
    private static final String KEPT = """
            select r.id, r.name, r.host, r.port, r.encryption, r.user_name, r.secret, r.own_ca, r.mailbox_id, r.standard,
                   r.valid, r.rests_until,
                   array(select s.address from relay_sender s where s.relay_id = r.id order by s.address) as senders
              from relay r
            """;

    private final JdbcClient db;
    private final Secrets secrets;

    RelaySql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /** The standard one first. */
    List<KeptAccount> all() {
        return db.sql(KEPT + " order by not r.standard, lower(r.name)")
                .query(RelaySql::kept)
                .list();
    }

    Optional<KeptAccount> find(AccountId id) {
        return db.sql(KEPT + " where r.id = :id")
                .param("id", id.value())
                .query(RelaySql::kept)
                .optional();
    }

    /** The one in use that takes the sender's mail, else the standard one. */
    Optional<Account> account(String sender) {
        return db.sql(KEPT + """
                  left join relay_sender of on of.relay_id = r.id and of.address = :sender
                 where r.valid
                   and (of.address is not null or r.standard)
                 order by of.address is null
                 limit 1
                """)
                .param("sender", sender.toLowerCase(Locale.ROOT))
                .query(this::inUse)
                .optional();
    }

    private Account inUse(ResultSet row, int number) throws SQLException {
        var secret = row.getBytes("secret");
        return new Account(
                new AccountId(row.getLong("id")),
                kept(row, number).relay().server(secret == null ? null : secrets.decrypt(secret)),
                Column.instant(row, "rests_until"));
    }

    @Nullable String secret(AccountId id) {
        return db.sql("select secret from relay where id = :id and secret is not null")
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .orElse(null);
    }

    /** Until the transaction ends nobody else changes the accounts; letters go on. */
    void keepAlone() {
        db.sql("lock table relay in share row exclusive mode").update();
    }

    /** One of the senders whose mail another account takes, with its name. */
    Optional<Taken> taken(List<String> senders, @Nullable AccountId own) {
        return db.sql("""
                select s.address, r.name
                  from relay_sender s
                  join relay r on r.id = s.relay_id
                 where s.address = any(:senders)
                   and r.id is distinct from :own::bigint
                 order by s.address
                 limit 1
                """)
                .param("senders", senders.toArray(String[]::new))
                .param("own", own == null ? null : own.value())
                .query((row, number) -> new Taken(row.getString("address"), row.getString("name")))
                .optional();
    }

    record Taken(String address, String account) {}

    void noneIsStandard() {
        db.sql("update relay set standard = false where standard").update();
    }

    AccountId insert(AccountProposal wanted, @Nullable String secret) {
        return set(db.sql("""
                insert into relay (name, host, port, encryption, user_name, secret, own_ca, mailbox_id, standard, valid)
                values (:name, :host, :port, :encryption, :user, :secret, :ownCa, :mailbox, :standard, :valid)
                returning id
                """), wanted, secret)
                .query((row, number) -> new AccountId(row.getLong("id")))
                .single();
    }

    /** Whatever it was that did not work may be mended now. */
    void update(AccountId id, AccountProposal wanted, @Nullable String secret) {
        set(db.sql("""
                update relay
                   set name = :name, host = :host, port = :port, encryption = :encryption, user_name = :user,
                       secret = :secret, own_ca = :ownCa, mailbox_id = :mailbox, standard = :standard, valid = :valid,
                       rests_until = null
                 where id = :id
                """), wanted, secret).param("id", id.value()).update();
    }

    void takeFrom(AccountId id, List<String> senders) {
        db.sql("delete from relay_sender where relay_id = :id")
                .param("id", id.value())
                .update();
        db.sql("insert into relay_sender (address, relay_id) select unnest(:senders), :id")
                .param("senders", senders.toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    void delete(AccountId id) {
        db.sql("delete from relay where id = :id").param("id", id.value()).update();
    }

    private JdbcClient.StatementSpec set(
            JdbcClient.StatementSpec statement, AccountProposal wanted, @Nullable String secret) {
        var relay = wanted.relay();
        var mailbox = relay.mailbox();
        return statement
                .param("name", wanted.name())
                .param("host", relay.host())
                .param("port", relay.port())
                .param("encryption", relay.encryption().name())
                .param("user", relay.user())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("ownCa", relay.ownCa())
                .param("mailbox", mailbox == null ? null : mailbox.value(), Types.BIGINT)
                .param("standard", wanted.standard())
                .param("valid", wanted.valid());
    }

    private static KeptAccount kept(ResultSet row, int number) throws SQLException {
        return new KeptAccount(
                new AccountId(row.getLong("id")),
                row.getString("name"),
                new KeptRelay(
                        row.getString("host"),
                        row.getInt("port"),
                        Encryption.valueOf(row.getString("encryption")),
                        row.getString("user_name"),
                        row.getString("own_ca"),
                        mailbox(row.getObject("mailbox_id", Long.class))),
                Column.texts(row, "senders"),
                row.getBoolean("standard"),
                row.getBoolean("valid"));
    }

    private static @Nullable MailboxId mailbox(@Nullable Long id) {
        return id == null ? null : new MailboxId(id);
    }
}
