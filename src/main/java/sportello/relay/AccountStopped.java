package sportello.relay;

import java.time.Instant;

/** An account has not worked for a while, and its letters wait. Published once, until it is back. */
public record AccountStopped(String name, Instant since, String error) {}
