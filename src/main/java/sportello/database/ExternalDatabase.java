package sportello.database;

import java.sql.SQLException;

/** The operator's own PostgreSQL: looked at once, never started or stopped. */
record ExternalDatabase(Access access) implements DatabaseServer {

    private static final int OLDEST = 16;

    static ExternalDatabase at(Access access) {
        try (var connection = Pool.direct(access).getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST)
                throw new DatabaseFailure(
                        "The database at " + access.url() + " is PostgreSQL " + version + ".",
                        "Sportello needs PostgreSQL " + OLDEST + " or newer. Upgrade it, or leave out"
                                + " SPORTELLO_DATABASE_URL to use the one Sportello brings along.");
            return new ExternalDatabase(access);
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "The database at " + access.url() + " cannot be reached: " + e.getMessage(),
                    "Check SPORTELLO_DATABASE_URL, _USER and _PASSWORD, and that the server is running.",
                    e);
        }
    }

    @Override
    public void close() {
        // it goes on without us
    }
}
