package sportello.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a list of tickets is sorted. Each has its indexes; what is alike stands by age, and at last by id. */
public enum Sort {
    CREATED("t.created_at, t.id", ":placeAt, :placeId"),
    CHANGED("t.changed_at, t.id", ":placeAt, :placeId"),
    PRIORITY("t.priority, t.created_at, t.id", ":placePriority, :placeAt, :placeId");

    private final String columns;
    private final String place;

    Sort(String columns, String place) {
        this.columns = columns;
        this.place = place;
    }

    /** Of {@code ticket t}, as a row to compare with a place. */
    String columns() {
        return columns;
    }

    /** The parameters of a {@link ListPlace}, in step with the columns. */
    String place() {
        return place;
    }

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sort of a key that somebody typed. */
    public static Optional<Sort> of(String key) {
        return Arrays.stream(values()).filter(sort -> sort.key().equals(key)).findFirst();
    }
}
