package sportello.database;

import java.nio.file.Path;

/** A database that a desk has brought along, for tests beyond this module. */
public final class OwnHome implements AutoCloseable {
    private final Path home;
    private final EmbeddedDatabase database;

    public OwnHome(Path parent) {
        home = Homes.fresh(parent);
        database = EmbeddedDatabase.start(home);
    }

    public BaseBackup backup() {
        return new BaseBackup(home, true);
    }

    @Override
    public void close() {
        database.breakOff();
    }
}
