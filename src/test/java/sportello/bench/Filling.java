package sportello.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import sportello.ticket.InventedTickets;

/**
 * Fills an empty, migrated database with people and tickets. Left out are attachments, letters, notifications and the
 * lines that the house writes among the articles: each ticket has exactly three articles.
 */
public final class Filling {
    private final DataSource source;

    public Filling(DataSource source) {
        this.source = source;
    }

    /**
     * Answers how many rows were written.
     *
     * @throws IllegalStateException if there are tickets already
     */
    public long fill(long tickets, Instant now, ZoneId zone) throws SQLException, IOException {
        try (var connection = source.getConnection()) {
            var sql = new TicketSql(connection);
            if (sql.count() > 0) throw new IllegalStateException("The database is filled already.");
            connection.setAutoCommit(false);
            new PeopleSql(JdbcClient.create(new SingleConnectionDataSource(connection, true))).write(now);
            connection.setAutoCommit(true);
            var rows = sql.copy(new InventedTickets(tickets, now, zone));
            sql.vacuum();
            return rows;
        }
    }
}
