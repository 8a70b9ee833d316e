package sportello.database;

import org.jspecify.annotations.Nullable;

/** The way into a database. */
record Access(String url, @Nullable String user, @Nullable String password) {

    static Access local(int port, String database, String user, String password) {
        return new Access("jdbc:postgresql://" + Server.ADDRESS + ":" + port + "/" + database, user, password);
    }

    @Override
    public String toString() {
        return "Access[" + url + ", user=" + user + "]";
    }
}
