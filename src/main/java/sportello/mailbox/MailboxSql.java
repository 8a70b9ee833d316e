package sportello.mailbox;

import static java.util.Locale.ROOT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailboxSql {
    private final JdbcClient db;

    MailboxSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Mailbox> find(MailboxId id) {
        return db.sql("""
                select id, name, protocol, host, port, security, login, folder, afterwards, move_to, own_ca, trusted,
                       queue_id, valid, version
                  from mailbox
                 where id = :id
                """).param("id", id.value()).query(MailboxSql::read).optional();
    }

    List<Mailbox> all() {
        return db.sql("""
                select id, name, protocol, host, port, security, login, folder, afterwards, move_to, own_ca, trusted,
                       queue_id, valid, version
                  from mailbox
                 order by lower(name)
                """).query(MailboxSql::read).list();
    }

    List<MailboxHealth> health() {
        return db.sql("""
                select id, last_fetch_at, last_mail_at, failing_since, last_error, backlog, alarmed_at
                  from mailbox
                 order by lower(name)
                """)
                .query((row, number) -> new MailboxHealth(
                        new MailboxId(row.getLong("id")),
                        instant(row, "last_fetch_at"),
                        instant(row, "last_mail_at"),
                        instant(row, "failing_since"),
                        row.getString("last_error"),
                        row.getInt("backlog"),
                        instant(row, "alarmed_at")))
                .list();
    }

    static Mailbox read(ResultSet row, int number) throws SQLException {
        var queue = row.getLong("queue_id");
        return new Mailbox(
                new MailboxId(row.getLong("id")),
                row.getString("name"),
                Protocol.valueOf(row.getString("protocol").toUpperCase(ROOT)),
                row.getString("host"),
                row.getInt("port"),
                Security.valueOf(row.getString("security").toUpperCase(ROOT)),
                row.getString("login"),
                row.getString("folder"),
                afterwards(row),
                row.getString("own_ca"),
                row.getBoolean("trusted"),
                queue == 0 ? null : queue,
                row.getBoolean("valid"),
                row.getInt("version"));
    }

    private static Afterwards afterwards(ResultSet row) throws SQLException {
        return switch (row.getString("afterwards")) {
            case "leave" -> new Afterwards.Leave();
            case "move" -> new Afterwards.Move(row.getString("move_to"));
            default -> new Afterwards.Delete();
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
