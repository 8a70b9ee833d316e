package sportello.base;

import java.util.List;

/**
 * Why something was not done: a key of the message bundles (under {@code refusal.}) and what to fill in.
 *
 * @param message key without its prefix, such as {@code ticket.locked}
 * @param arguments texts for the message's places {0}, {1} …
 */
public record Refusal(String message, List<Object> arguments) {
    /** Of the keys of all refusals in the message bundles. */
    public static final String PREFIX = "refusal.";

    public Refusal(String message, Object... arguments) {
        this(message, List.of(arguments));
    }

    /** The key under which the message bundles hold the sentence. */
    public String key() {
        return PREFIX + message;
    }
}
