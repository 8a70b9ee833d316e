package sportello.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail that did not arrive.
 *
 * @param messageId its name where it came back; null where it never left
 * @param answer why, as far as a server said it; empty otherwise
 */
record Loss(@Nullable String messageId, String address, String answer) {}
