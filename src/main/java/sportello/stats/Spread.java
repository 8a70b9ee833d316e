package sportello.stats;

import java.time.Duration;

/**
 * How long something took.
 *
 * @param median half of the times are no longer
 * @param ninth nine of ten are no longer
 */
public record Spread(Duration median, Duration ninth) {}
