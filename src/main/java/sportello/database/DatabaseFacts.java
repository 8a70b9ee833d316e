package sportello.database;

import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/** What there is to say of the database, for those who watch over it. */
@Component
public class DatabaseFacts {
    private final DatabaseFactsSql sql;
    private final boolean embedded;

    DatabaseFacts(DatabaseFactsSql sql, Settings settings) {
        this.sql = sql;
        this.embedded = settings.database().isEmbedded();
    }

    /**
     * @param version PostgreSQL's
     * @param size in bytes
     * @param schema the latest migration
     * @param embedded whether the desk brought it along
     */
    public record Facts(String version, long size, String name, String schema, boolean embedded) {}

    public Facts now() {
        return sql.facts(embedded);
    }
}
