package sportello.field;

import java.time.ZoneId;
import sportello.base.Language;
import sportello.mail.House;

/**
 * In whose language and zone something is written and read.
 *
 * @param reach whom a field can name
 */
public record Reader(Language language, ZoneId zone, Reach reach) {

    /** Whoever only reads. */
    public Reader(Language language, ZoneId zone) {
        this(language, zone, Reach.EVERYBODY);
    }

    /** Whoever has chosen neither, and what is written for nobody in particular. */
    public static Reader of(House house) {
        return new Reader(house.language(), house.zone());
    }
}
