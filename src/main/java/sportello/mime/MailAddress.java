package sportello.mime;

import java.util.Locale;

/**
 * A person or a program as a mail names it. The address may be anything that was written there, but is one line; its
 * domain is in small letters.
 */
public record MailAddress(String name, String address) {

    public MailAddress {
        name = CleanMail.line(name);
        address = smallDomain(CleanMail.line(address));
    }

    private static String smallDomain(String address) {
        var at = address.lastIndexOf('@');
        if (at < 0) return address;
        return address.substring(0, at + 1) + address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** What stands behind the last @, or nothing. */
    public String domain() {
        var at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }
}
