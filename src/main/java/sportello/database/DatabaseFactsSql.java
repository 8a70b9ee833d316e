package sportello.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DatabaseFactsSql {
    private final JdbcClient db;

    DatabaseFactsSql(JdbcClient db) {
        this.db = db;
    }

    DatabaseFacts.Facts facts(boolean embedded) {
        return db.sql("""
                select current_setting('server_version') as version, pg_database_size(current_database()) as size,
                       current_database() as name,
                       (select version from flyway_schema_history
                         where success and version is not null
                         order by installed_rank desc
                         limit 1) as schema
                """)
                .query((row, number) -> new DatabaseFacts.Facts(
                        row.getString("version"),
                        row.getLong("size"),
                        row.getString("name"),
                        row.getString("schema"),
                        embedded))
                .single();
    }
}
