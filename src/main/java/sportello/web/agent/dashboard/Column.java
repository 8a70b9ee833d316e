package sportello.web.agent.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a list can show beside number, age and title. */
public enum Column {
    CUSTOMER,
    QUEUE,
    STATE,
    PRIORITY,
    OWNER;

    /** As it is stored, sent and spoken of. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }
}
