package sportello.field;

import java.util.Locale;

/** Whose fields they are. Another subject needs a table like this one's, and nothing else. */
public enum Subject {
    TICKET("ticket_field", "ticket_id");

    private final String table;
    private final String column;

    Subject(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** As it is stored. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the values are. */
    String table() {
        return table;
    }

    /** By which the values refer to what they tell of. */
    String column() {
        return column;
    }
}
