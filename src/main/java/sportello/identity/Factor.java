package sportello.identity;

import java.time.Instant;

/**
 * A person's second factor, as pages tell of it.
 *
 * @param codes how many codes on paper are left
 */
public record Factor(Instant since, int codes) {}
