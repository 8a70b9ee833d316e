package sportello.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The forms in which something can be begun and left. */
public enum DraftKind {
    ANSWER,
    FORWARD,
    REDIRECT,
    NOTE,
    MAIL,
    CALL,
    CLOSURE,
    PENDING,
    REOPENING,
    DUTY,
    OPENING_PHONE,
    OPENING_EMAIL,
    BULK_NOTE,
    BULK_CLOSE,
    BULK_REOPEN;

    private static final Set<DraftKind> AT_DESK =
            Set.of(OPENING_PHONE, OPENING_EMAIL, BULK_NOTE, BULK_CLOSE, BULK_REOPEN);
    private static final Set<DraftKind> WITH_FILES =
            Set.of(ANSWER, FORWARD, NOTE, MAIL, CALL, OPENING_PHONE, OPENING_EMAIL);

    private static final Set<DraftKind> SHAREABLE = Set.of(ANSWER, NOTE, CALL);

    /** Whether colleagues may go on with it. */
    public boolean isShareable() {
        return SHAREABLE.contains(this);
    }

    /** Whether it belongs to no ticket, because there is none yet or there are many. */
    public boolean isAtDesk() {
        return AT_DESK.contains(this);
    }

    /** Whether its form takes files. */
    public boolean takesFiles() {
        return WITH_FILES.contains(this);
    }

    /** As it is stored and as forms name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DraftKind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
