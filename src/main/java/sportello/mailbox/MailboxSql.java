package sportello.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;

@Component
class MailboxSql {
    private static final String MAILBOXES = """
            select id, name, protocol, host, port, security, own_ca, user_name, folder, afterwards, afterwards_folder,
                   trusted, gateways, default_queue_id, valid
              from mailbox
            """;

    private final JdbcClient db;

    MailboxSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Mailbox> find(MailboxId id) {
        return db.sql(MAILBOXES + " where id = :id")
                .param("id", id.value())
                .query(MailboxSql::read)
                .optional();
    }

    List<Mailbox> all() {
        return db.sql(MAILBOXES + " order by name").query(MailboxSql::read).list();
    }

    List<Health> health() {
        return db.sql("""
                select m.id, m.name, m.host, m.valid, m.last_fetch_at, m.last_mail_at, m.failing_since, m.last_error,
                       m.backlog, m.alarmed_at, coalesce(a.waiting, 0) as waiting,
                       coalesce(a.quarantined, 0) as quarantined, c.access_until
                  from mailbox m
                  left join mailbox_consent c on c.mailbox_id = m.id
                  left join (select mailbox_id,
                                    count(*) filter (where state = 'WAITING') as waiting,
                                    count(*) filter (where state = 'QUARANTINED') as quarantined
                               from arrival
                              where state = 'WAITING'
                                 or state = 'QUARANTINED'
                              group by mailbox_id) a on a.mailbox_id = m.id
                 order by m.name
                """).query(MailboxSql::readHealth).list();
    }

    /** The secret as it is kept: encrypted. */
    byte @Nullable [] secret(MailboxId id) {
        return db.sql("select secret from mailbox where id = :id")
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getBytes("secret")))
                .single()
                .orElse(null);
    }

    MailboxId insert(Proposal wanted, byte @Nullable [] secret, boolean valid) {
        return new MailboxId(bind(db.sql("""
                insert into mailbox (name, protocol, host, port, security, own_ca, user_name, secret, folder,
                                     afterwards, afterwards_folder, trusted, gateways, default_queue_id, valid)
                values (:name, :protocol, :host, :port, :security, :ownCa, :user, :secret, :folder,
                        :afterwards, :afterwardsFolder, :trusted, :gateways, :queue, :valid)
                returning id
                """), wanted, secret)
                .param("valid", valid)
                .query(Long.class)
                .single());
    }

    /** A mailbox that is another from now on, by server, user or folder, is read from its beginning. */
    boolean update(MailboxId id, Proposal wanted, byte @Nullable [] secret) {
        return bind(db.sql("""
                update mailbox
                   set name = :name, protocol = :protocol, host = :host, port = :port, security = :security,
                       own_ca = :ownCa, user_name = :user, secret = coalesce(:secret, secret), folder = :folder,
                       afterwards = :afterwards, afterwards_folder = :afterwardsFolder, trusted = :trusted,
                       gateways = :gateways, default_queue_id = :queue, revision = revision + 1,
                       uid_validity = case when (protocol, host, user_name, folder)
                                              = (:protocol, :host, :user, :folder) then uid_validity else 0 end
                 where id = :id
                """), wanted, secret).param("id", id.value()).update() == 1;
    }

    boolean enable(MailboxId id, boolean valid) {
        return db.sql("""
                update mailbox
                   set valid = :valid, revision = revision + 1, failing_since = null, last_error = '', alarmed_at = null
                 where id = :id
                """).param("valid", valid).param("id", id.value()).update() == 1;
    }

    /** Only of one that is in use. */
    boolean wantLook(MailboxId id) {
        return db.sql("update mailbox set looks_wanted = looks_wanted + 1 where id = :id and valid")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** The mailbox of what is brought to us, made when it is first needed. */
    MailboxId brought() {
        var known = db.sql("select min(id) from mailbox where protocol = 'SMTP'")
                .query(Long.class)
                .optional();
        return known.map(MailboxId::new).orElseGet(this::insertBrought);
    }

    /** Also if another node makes it at the same moment, and under another name if a mailbox of theirs is called so. */
    private MailboxId insertBrought() {
        return new MailboxId(db.sql("""
                insert into mailbox (name, protocol, security)
                select name, 'SMTP', 'NONE'
                  from (select 'SMTP' || no as name
                          from unnest(array['', ' 2', ' 3', ' 4', ' 5', ' 6', ' 7', ' 8', ' 9']) with ordinality given (no, place)
                         where not exists (select 1
                                             from mailbox
                                            where name = 'SMTP' || no
                                              and protocol <> 'SMTP')
                         order by place
                         limit 1) free
                on conflict (name) do update set name = excluded.name
                returning id
                """).query(Long.class).single());
    }

    boolean isNamed(String name, @Nullable MailboxId except) {
        return db.sql("select exists (select 1 from mailbox where name = :name and id <> :except)")
                .param("name", name)
                .param("except", except == null ? -1 : except.value())
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Proposal wanted, byte @Nullable [] secret) {
        var access = wanted.access();
        return statement
                .param("name", wanted.name())
                .param("protocol", access.protocol().name())
                .param("host", access.host())
                .param("port", access.port())
                .param("security", access.security().name())
                .param("ownCa", access.ownCa())
                .param("user", access.user())
                .param("secret", secret, java.sql.Types.BINARY)
                .param("folder", access.folder())
                .param("afterwards", word(wanted.afterwards()))
                .param("afterwardsFolder", wanted.afterwards() instanceof Afterwards.Move(var folder) ? folder : "")
                .param("trusted", wanted.trusted())
                .param("gateways", wanted.gateways().toArray(String[]::new))
                .param("queue", wanted.defaultQueue(), java.sql.Types.BIGINT);
    }

    private static String word(Afterwards afterwards) {
        return switch (afterwards) {
            case Afterwards.Leave() -> "LEAVE";
            case Afterwards.Move(var folder) -> "MOVE";
            case Afterwards.Delete() -> "DELETE";
        };
    }

    private static Afterwards afterwards(String word, String folder) {
        return switch (word) {
            case "MOVE" -> new Afterwards.Move(folder);
            case "DELETE" -> new Afterwards.Delete();
            default -> new Afterwards.Leave();
        };
    }

    static Mailbox read(ResultSet row, int number) throws SQLException {
        return new Mailbox(
                new MailboxId(row.getLong("id")),
                row.getString("name"),
                new Access(
                        Protocol.valueOf(row.getString("protocol")),
                        row.getString("host"),
                        row.getInt("port"),
                        Security.valueOf(row.getString("security")),
                        row.getString("own_ca"),
                        row.getString("user_name"),
                        row.getString("folder")),
                afterwards(row.getString("afterwards"), row.getString("afterwards_folder")),
                row.getBoolean("trusted"),
                Column.texts(row, "gateways"),
                row.getObject("default_queue_id", Long.class),
                row.getBoolean("valid"));
    }

    private static Health readHealth(ResultSet row, int number) throws SQLException {
        return new Health(
                new MailboxId(row.getLong("id")),
                row.getString("name"),
                row.getString("host"),
                row.getBoolean("valid"),
                Column.instant(row, "last_fetch_at"),
                Column.instant(row, "last_mail_at"),
                Column.instant(row, "failing_since"),
                row.getString("last_error"),
                row.getInt("backlog"),
                row.getInt("waiting"),
                row.getInt("quarantined"),
                Column.instant(row, "alarmed_at"),
                Column.instant(row, "access_until"));
    }
}
