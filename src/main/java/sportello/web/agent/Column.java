package sportello.web.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.ticket.AskedClasses;
import sportello.ticket.Sort;

/** What a list of tickets can show of each. */
public enum Column {
    TICKET,
    AGE(Sort.CREATED),
    TITLE(Sort.TITLE),
    CUSTOMER(Sort.CUSTOMER),
    QUEUE(Sort.QUEUE),
    STATE,
    PRIORITY(Sort.PRIORITY),
    TYPE,
    SERVICE,
    OWNER(Sort.OWNER),
    RESPONSIBLE,
    CHANGED(Sort.CHANGED),
    PENDING,
    CREATED(Sort.CREATED);

    /** As long as an agent chose no others. */
    static final List<Column> USUAL = List.of(TICKET, AGE, TITLE, CUSTOMER, QUEUE, STATE, PRIORITY, OWNER);

    private final @Nullable Sort sort;

    Column() {
        sort = null;
    }

    Column(Sort sort) {
        this.sort = sort;
    }

    /** By what its heading sorts, null if by nothing. */
    public @Nullable Sort sort() {
        return sort;
    }

    /** As it stands in message keys and style, and as it is kept. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }

    /** Whether there can be anything to show in it. */
    boolean isOffered(AskedClasses asked) {
        return switch (this) {
            case TYPE -> asked.type();
            case SERVICE -> asked.service();
            case TICKET, AGE, TITLE, CUSTOMER, QUEUE, STATE, PRIORITY, OWNER, RESPONSIBLE, CHANGED, PENDING, CREATED ->
                true;
        };
    }
}
