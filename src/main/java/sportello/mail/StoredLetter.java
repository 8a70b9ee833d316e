package sportello.mail;

import java.time.Instant;

/** A letter as the outbox holds it while it is tried for the {@code attempt}-th time. */
record StoredLetter(LetterId id, MessageId messageId, Letter letter, int attempt, Instant createdAt) {}
