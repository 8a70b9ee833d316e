package sportello.settings;

import java.time.ZoneId;

/** Stub. */
public record Settings(ZoneId timeZone, int systemId) {}
