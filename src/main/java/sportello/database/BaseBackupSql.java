package sportello.database;

import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is said to the server around a backup, on one connection that stays open as long as it lasts. */
final class BaseBackupSql implements AutoCloseable {
    private final SingleConnectionDataSource line;
    private final JdbcClient db;

    BaseBackupSql(Access keeper) throws SQLException {
        this.line = new SingleConnectionDataSource(Pool.direct(keeper).getConnection(), true);
        this.db = JdbcClient.create(line);
    }

    /** From here on the server keeps its log until the connection ends; the name of the log's first file. */
    String begin() {
        db.sql("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)")
                .query()
                .singleRow();
        return db.sql("select pg_walfile_name(pg_backup_start('sportello', true))")
                .query(String.class)
                .single();
    }

    /**
     * @param label what a server that starts from the backup must find beside the data
     * @param lastLog the name of the last file of the log that it needs
     */
    record End(String label, String lastLog) {}

    End end() {
        return db.sql("select labelfile, pg_walfile_name(lsn) as last_log from pg_backup_stop(false)")
                .query((row, number) -> new End(row.getString("labelfile"), row.getString("last_log")))
                .single();
    }

    @Override
    public void close() {
        line.destroy();
    }
}
