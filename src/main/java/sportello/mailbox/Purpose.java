package sportello.mailbox;

/** What a token is for; the providers let nobody do with one what it was not asked for. */
enum Purpose {
    READING("access"),
    SENDING("sending");

    private final String column;

    Purpose(String column) {
        this.column = column;
    }

    /** How the columns begin in which such tokens are kept. */
    String column() {
        return column;
    }
}
