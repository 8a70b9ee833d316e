package sportello.stats;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

@Component
class MailedReportSql {
    private static final String REPORTS = """
            select id, name, aspect, span, every, day, hour, role_ids, agent_ids, valid, due_at, sent_at, version
              from mailed_report
            """;

    private final JdbcClient db;

    MailedReportSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptMailedReport> all() {
        return db.sql(REPORTS + " order by lower(name)")
                .query(MailedReportSql::kept)
                .list();
    }

    Optional<KeptMailedReport> find(long id) {
        return db.sql(REPORTS + " where id = :id")
                .param("id", id)
                .query(MailedReportSql::kept)
                .optional();
    }

    /** Empty if there is one of that name. */
    Optional<Long> insert(MailedReport report, Instant due) {
        return settings(db.sql("""
                insert into mailed_report (name, aspect, span, every, day, hour, role_ids, agent_ids, valid, due_at)
                values (:name, :aspect, :span, :every, :day, :hour, :roles, :agents, :valid, :due)
                    on conflict do nothing
                returning id
                """), report, due).query(Long.class).optional();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, MailedReport report, Instant due) {
        return settings(db.sql("""
                update mailed_report
                   set name = :name, aspect = :aspect, span = :span, every = :every, day = :day, hour = :hour,
                       role_ids = :roles, agent_ids = :agents, valid = :valid, due_at = :due, version = version + 1
                 where id = :id
                   and version = :seen
                """), report, due)
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    boolean isTaken(String name, long own) {
        return db.sql("select exists (select 1 from mailed_report where lower(name) = lower(:name) and id <> :own)")
                .param("name", name)
                .param("own", own)
                .query(Boolean.class)
                .single();
    }

    List<Long> due(Instant now) {
        return db.sql("select id from mailed_report where valid and due_at <= :now order by due_at, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** For whoever sends it until the transaction ends; empty if it is not due. */
    Optional<KeptMailedReport> take(long id, Instant now) {
        return db.sql(REPORTS + " where id = :id and valid and due_at <= :now for update")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(MailedReportSql::kept)
                .optional();
    }

    void sent(long id, Instant now, Instant due) {
        db.sql("update mailed_report set sent_at = :now, due_at = :due where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Each once; who has left is none, and neither is who holds a role that is not valid. */
    List<AgentId> readers(long id) {
        return db.sql("""
                select a.id
                  from mailed_report m
                  join agent a on a.valid
                              and (a.id = any(m.agent_ids)
                                   or exists (select 1
                                                from agent_role h
                                                join role r on r.id = h.role_id and r.valid
                                               where h.agent_id = a.id
                                                 and h.role_id = any(m.role_ids)))
                 where m.id = :id
                 order by a.id
                """)
                .param("id", id)
                .query((row, number) -> new AgentId(row.getLong("id")))
                .list();
    }

    private static JdbcClient.StatementSpec settings(
            JdbcClient.StatementSpec statement, MailedReport report, Instant due) {
        return statement
                .param("name", report.name())
                .param("aspect", report.by().key())
                .param("span", report.span().key())
                .param("every", report.rhythm().every().key())
                .param("day", report.rhythm().day())
                .param("hour", report.rhythm().hour())
                .param("roles", report.roles().toArray(Long[]::new))
                .param("agents", report.agents().toArray(Long[]::new))
                .param("valid", report.valid())
                .param("due", due.atOffset(ZoneOffset.UTC));
    }

    private static KeptMailedReport kept(ResultSet row, int number) throws SQLException {
        var sent = row.getTimestamp("sent_at");
        var rhythm = new Rhythm(
                Rhythm.Every.valueOf(row.getString("every").toUpperCase(Locale.ROOT)),
                row.getInt("day"),
                row.getInt("hour"));
        var report = new MailedReport(
                row.getString("name"),
                Aspect.of(row.getString("aspect")).orElseThrow(),
                Span.of(row.getString("span")).orElseThrow(),
                rhythm,
                ids(row.getArray("role_ids")),
                ids(row.getArray("agent_ids")),
                row.getBoolean("valid"));
        return new KeptMailedReport(
                row.getLong("id"),
                report,
                row.getTimestamp("due_at").toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getInt("version"));
    }

    private static Set<Long> ids(Array column) throws SQLException {
        return Set.of((Long[]) column.getArray());
    }
}
