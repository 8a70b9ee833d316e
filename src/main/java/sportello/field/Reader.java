package sportello.field;

import java.time.ZoneId;
import sportello.base.Language;

/** In whose language and zone something is written and read. */
public record Reader(Language language, ZoneId zone) {}
