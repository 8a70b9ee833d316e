package sportello.database;

/** The PostgreSQL behind the desk: its own or the operator's. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

    /** How the desk logs in. */
    Access access();

    /** Ends what was begun with it; called after the last connection is closed. */
    @Override
    void close();
}
