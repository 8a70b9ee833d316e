package sportello.web.admin;

import sportello.audit.AccessLine;
import sportello.web.Words;

/** How lines of the log of access are said. */
public final class AccessLogWords {
    private AccessLogWords() {}

    public static String person(AccessLine line, Words words) {
        return line.name().isEmpty() ? words.t("access_log.nobody") : line.name();
    }

    /** What happened, and why if there is more to say. */
    public static String what(AccessLine line, Words words) {
        var kind = words.t("access_log.kind." + line.kind().key());
        return line.why().isEmpty() ? kind : kind + ": " + words.t("access_log.why." + line.why());
    }
}
