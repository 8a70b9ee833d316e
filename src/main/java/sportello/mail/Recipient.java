package sportello.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one person to whom a letter goes; the name is cleaned, an address that is none is refused. */
public record Recipient(String name, String address) {

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,30}");

    /** What older rules for domains take for something else (UTS 46): mail would go to a stranger's, so it is to be spelled out. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200C\\u200D]");

    private static final Pattern SPECIALS = Pattern.compile("[()<>\\[\\]:@,.]");

    public Recipient {
        name = HeaderText.clean(name);
        address = checked(address);
    }

    /** The person, unless the address is none. */
    public static Optional<Recipient> of(String name, String address) {
        try {
            return Optional.of(new Recipient(name, address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether both are one mailbox; capitals do not tell mailboxes apart. */
    public boolean isSameAs(Recipient other) {
        return address.equalsIgnoreCase(other.address);
    }

    /** As it stands on the line of a mail: {@code Giulia Moretti <giulia@roccalba.example>}. */
    public String line() {
        if (name.isEmpty()) return address;
        var shown = name.replaceAll("[\\\\\";]", " ").strip();
        return (SPECIALS.matcher(shown).find() ? '"' + shown + '"' : shown) + " <" + address + ">";
    }

    private static String checked(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1) throw new IllegalArgumentException("not an address");
        var local = address.substring(0, at);
        var written = address.substring(at + 1);
        if (AMBIGUOUS.matcher(written).find()) throw new IllegalArgumentException("not an address");
        var domain = IDN.toASCII(written).toLowerCase(Locale.ROOT);
        var dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        if (dots || !LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches())
            throw new IllegalArgumentException("not an address");
        return local + "@" + domain;
    }
}
