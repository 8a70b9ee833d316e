package sportello.ticket;

import java.util.Locale;
import java.util.regex.Pattern;

/** A sender's word for what a file is: kept if it has the shape of a media type, never trusted. */
final class MediaTypeName {
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,100}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}");
    private static final String UNKNOWN = "application/octet-stream";

    private MediaTypeName() {}

    static String of(String given) {
        var type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(type).matches() ? type : UNKNOWN;
    }
}
