package sportello.web;

import java.io.InputStream;
import java.util.function.Supplier;
import sportello.mailbox.Arrival;

/** A mail as it came, byte by byte, on its way to somebody's disk. */
public final class RawMail {
    private RawMail() {}

    public static Download of(Arrival arrival, Supplier<InputStream> bytes) {
        return new Download("mail-" + arrival.id().value() + ".eml", "message/rfc822", arrival.size(), bytes);
    }
}
