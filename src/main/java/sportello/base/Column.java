package sportello.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What JDBC's drivers do not give as our own types. */
public final class Column {

    private Column() {}

    /** Null where the column is. */
    public static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
        var moment = row.getTimestamp(name);
        return moment == null ? null : moment.toInstant();
    }

    public static List<String> texts(ResultSet row, String name) throws SQLException {
        return List.of((String[]) row.getArray(name).getArray());
    }
}
