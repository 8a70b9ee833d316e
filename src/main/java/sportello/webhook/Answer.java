package sportello.webhook;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the other side said, or why it said nothing.
 *
 * @param status as HTTP has it, null where there was no answer
 * @param trouble why there was none, null where there was one
 * @param words the beginning of what it said
 * @param pause how long it wants to be left alone, null if it did not say
 */
public record Answer(
        @Nullable Integer status,
        @Nullable Trouble trouble,
        String words,
        @Nullable Duration pause) {
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    /** Nobody is let in here, or there is nothing here any more: no message will ever be taken. */
    private static final Set<Integer> SHUT = Set.of(401, 403, 404, 410);

    static Answer of(int status, String words, @Nullable Duration pause) {
        return new Answer(status, null, words, pause);
    }

    static Answer none(Trouble trouble) {
        return new Answer(null, trouble, "", null);
    }

    public boolean isTaken() {
        return status != null && status / 100 == 2;
    }

    /** Whether another try would lead to the same. */
    boolean isFinal() {
        if (status == null) return trouble == Trouble.OFF;
        return status < 500 && status != TIMEOUT && status != TOO_MANY;
    }

    boolean isShut() {
        return status != null && SHUT.contains(status);
    }

    /** Whether other messages would fare no better for now. */
    boolean isOfTheHost() {
        return status == null || status == TOO_MANY || status == UNAVAILABLE;
    }

    /** For the messages, with the status as {0}. */
    public String message() {
        return "webhook.answer." + kind();
    }

    private String kind() {
        if (trouble != null) return trouble.key();
        if (status == null) return Trouble.BROKEN.key();
        return switch (status) {
            case 401, 403 -> "shut";
            case 404, 410 -> "gone";
            case TIMEOUT -> "late";
            case TOO_MANY -> "too_many";
            default ->
                switch (status / 100) {
                    case 2 -> "taken";
                    case 3 -> "elsewhere";
                    case 4 -> "refused";
                    default -> "faulty";
                };
        };
    }

    /** Empty where there was no answer. */
    public String code() {
        return status == null ? "" : status.toString();
    }
}
