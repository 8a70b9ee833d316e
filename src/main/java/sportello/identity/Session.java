package sportello.identity;

import java.time.Instant;

/** A browser through which somebody has entered, and when it was last seen. */
record Session(Viewer viewer, Instant seenAt) {}
