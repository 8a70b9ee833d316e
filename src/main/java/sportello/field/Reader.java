package sportello.field;

import java.time.ZoneId;
import sportello.base.Language;

/**
 * In whose language and zone something is written and read.
 *
 * @param reach whom a field can name
 */
public record Reader(Language language, ZoneId zone, Reach reach) {

    /** Whoever only reads, and the house itself. */
    public Reader(Language language, ZoneId zone) {
        this(language, zone, Reach.EVERYBODY);
    }
}
