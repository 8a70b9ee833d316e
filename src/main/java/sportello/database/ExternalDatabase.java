package sportello.database;

import java.sql.SQLException;

/** The operator's own PostgreSQL: looked at once, never started or stopped. */
record ExternalDatabase(Access access) implements DatabaseServer {

    private static final int OLDEST = 16;

    static ExternalDatabase at(Access access) {
        try (var connection = Pool.direct(access).getConnection()) {
            checkVersion(connection.getMetaData().getDatabaseMajorVersion(), access);
            return new ExternalDatabase(access);
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "The database at " + access.url() + " cannot be reached: " + e.getMessage(),
                    "Check SPORTELLO_DATABASE_URL, _USER and _PASSWORD, and that the server is running.",
                    e);
        }
    }

    static void checkVersion(int found, Access access) {
        if (found < OLDEST)
            throw new DatabaseFailure(
                    "The database at " + access.url() + " is PostgreSQL " + found + ".",
                    "Sportello needs PostgreSQL " + OLDEST + " or newer. Upgrade it, or leave out"
                            + " SPORTELLO_DATABASE_URL to use the one Sportello brings along.");
    }

    @Override
    public void close() {
        // it goes on without us
    }
}
