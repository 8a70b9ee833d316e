package sportello.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which letters somebody wants to see; null for all.
 *
 * @param until the first moment that is too late
 * @param address a piece of it; empty for all
 */
public record SoughtLetters(
        @Nullable LetterState state,
        @Nullable Instant since,
        @Nullable Instant until,
        String address) {

    public static final SoughtLetters ALL = new SoughtLetters(null, null, null, "");
}
