package sportello.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose fields they are. Another subject needs a table like this one's, and nothing else. */
public enum Subject {
    TICKET("ticket_field", "ticket_id"),
    ARTICLE("article_field", "article_id"),
    /** An organisation. */
    CUSTOMER("customer_field", "customer_id"),
    /** Somebody who asks for one. */
    CUSTOMER_USER("customer_user_field", "customer_user_id");

    private final String table;
    private final String column;

    Subject(String table, String column) {
        this.table = table;
        this.column = column;
    }

    public static Optional<Subject> of(String key) {
        return Arrays.stream(values())
                .filter(subject -> subject.key().equals(key))
                .findFirst();
    }

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the values are. */
    public String table() {
        return table;
    }

    /** By which the values refer to what they tell of. */
    public String column() {
        return column;
    }
}
