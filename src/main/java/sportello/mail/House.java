package sportello.mail;

import java.time.ZoneId;
import sportello.base.Language;

/** In which language and zone the house speaks to whoever has chosen none. */
public record House(Language language, ZoneId zone) {
    /** As long as nobody has said otherwise. */
    public static final House ITALIAN = new House(Language.ITALIAN, ZoneId.of("Europe/Rome"));
}
