package sportello.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import sportello.ticket.InventedTickets;

/** Copies invented tickets into the database. */
final class TicketSql {
    private static final int BATCH = 2_000;
    private static final List<String> TABLES = List.of("ticket", "article", "ticket_history");

    private final CopyManager copying;
    private final JdbcClient db;

    TicketSql(Connection connection) throws SQLException {
        this.copying = connection.unwrap(PGConnection.class).getCopyAPI();
        this.db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    long count() {
        return db.sql("select count(*) from ticket").query(Long.class).single();
    }

    /** Answers how many rows were written. */
    long copy(InventedTickets tickets) throws SQLException, IOException {
        var written = 0L;
        for (var rows = copyNext(tickets); rows > 0; rows = copyNext(tickets)) written += rows;
        ascertainTheOlder();
        goOnAfter(tickets);
        return written;
    }

    /** Why something was closed without success is known within two weeks, as a rule. */
    private void ascertainTheOlder() {
        db.sql("""
                with done as (update ticket
                                 set ascertained_at = closed_at + interval '1 day'
                               where state_id = 8
                                 and closed_at < (select max(closed_at) from ticket) - interval '14 days'
                           returning id, closed_at, ascertained_at, coalesce(responsible_id, owner_id) as agent_id)
                insert into ascertainment (ticket_id, closed_at, cause_id, text, agent_id, at)
                select d.id, d.closed_at, (select min(id) from failure_cause), 'Manca il ricambio.',
                       coalesce(d.agent_id, (select min(id) from agent)), d.ascertained_at
                  from done d
                """).update();
    }

    private long copyNext(InventedTickets tickets) throws SQLException, IOException {
        var rows = 0L;
        for (var table : tickets.next(BATCH).byTable().entrySet()) {
            rows += copying.copyIn(
                    "copy " + table.getKey() + " from stdin",
                    new StringReader(table.getValue().toString()));
        }
        return rows;
    }

    /** The next ticket that somebody opens takes the next numbers. */
    private void goOnAfter(InventedTickets tickets) {
        for (var table : TABLES) {
            db.sql("select setval(pg_get_serial_sequence('%1$s', 'id'), (select max(id) from %1$s))".formatted(table))
                    .query(Long.class)
                    .single();
        }
        db.sql("insert into ticket_number_counter (day, last) values (?, ?)")
                .params(tickets.lastDay(), tickets.ticketsOnLastDay())
                .update();
    }

    /** What the database does by itself within minutes: statistics for the planner, and the map of visible pages. */
    void vacuum() {
        for (var table : TABLES) db.sql("vacuum (analyze) " + table).update();
        db.sql("analyze").update();
    }
}
