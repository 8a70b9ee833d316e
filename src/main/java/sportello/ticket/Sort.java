package sportello.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a list of tickets is sorted; what is alike stands by age, and at last by id. Moments and priority have their
 * indexes. Words have none: by them only tickets under way are sorted, which are never many.
 */
public enum Sort {
    CREATED(":placeAt, :placeId", "%s.created_at", "%s.id"),
    CHANGED(":placeAt, :placeId", "%s.changed_at", "%s.id"),
    PRIORITY(":placePriority, :placeAt, :placeId", "%s.priority", "%s.created_at", "%s.id"),
    TITLE("lower(%s.title)"),
    CUSTOMER("coalesce((select lower(c.name) from customer c where c.id = %s.customer_id), '')"),
    QUEUE("(select lower(q.name) from queue q where q.id = %s.queue_id)"),
    OWNER("coalesce((select lower(a.last_name || ' ' || a.first_name) from agent a where a.id = %s.owner_id), '')");

    private final List<String> columns;
    private final String place;
    private final boolean words;

    Sort(String place, String... columns) {
        this.columns = List.of(columns);
        this.place = place;
        this.words = false;
    }

    /** By words: the place is read anew from the ticket that stands there. */
    Sort(String word) {
        this.columns = List.of(word, "%s.id");
        this.place = "select %s, p.id from ticket p where p.id = :placeId".formatted(word.formatted("p"));
        this.words = true;
    }

    /** Of {@code ticket t}, as a row to compare with a place. */
    List<String> columns() {
        return columns.stream().map(column -> column.formatted("t")).toList();
    }

    /** The parameters of a {@link ListPlace}, or a query for the row that stands there, in step with the columns. */
    String place() {
        return place;
    }

    /** Whether it sorts by words, from A to Z where nobody says otherwise. */
    public boolean isByWords() {
        return words;
    }

    /** Whether the tickets of the stage can be sorted by it. */
    public boolean fits(Stage stage) {
        return !words || !stage.isOver();
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
