package sportello.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import sportello.base.Outcome;

/** An address that can be called: plainly written, so that no two programs read it differently. */
record WebhookAddress(URI uri) {
    private static final int LONGEST = 2000;
    private static final int LARGEST_PORT = 65535;
    private static final int USUAL_PORT = 443;
    private static final int USUAL_PORT_IN_THE_CLEAR = 80;

    private static final Pattern IP4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    /** Such a host is an IP address to some programs (WHATWG URL, 3.5), whatever it looks like: 127.1, 0x7f.1, 2130706433. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    static Outcome<WebhookAddress> typed(String typed, AllowedHosts allowed) {
        if (typed.length() > LONGEST) return Outcome.refused("webhook.address_long", LONGEST);
        return uri(typed)
                .filter(WebhookAddress::isPlain)
                .map(WebhookAddress::new)
                .map(address -> address.within(allowed))
                .orElseGet(() -> Outcome.refused("webhook.address"));
    }

    private static Optional<URI> uri(String typed) {
        try {
            return Optional.of(new URI(typed));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Nothing in it that could be read as another host. */
    private static boolean isPlain(URI uri) {
        var host = uri.getHost();
        return host != null
                && uri.getScheme() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= LARGEST_PORT
                && uri.getPort() != 0
                && !host.contains("%")
                && isPlain(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(String host) {
        var bare = bare(host);
        return host.startsWith("[")
                || IP4.matcher(bare).matches()
                || !ENDS_IN_A_NUMBER.matcher(bare).matches();
    }

    /** A dot at the end means the same host. */
    static String bare(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private Outcome<WebhookAddress> within(AllowedHosts allowed) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) return Outcome.refused("webhook.scheme", scheme);
        if (allowed.admit(this)) return Outcome.done(this);
        if (scheme.equals("http")) return Outcome.refused("webhook.in_the_clear", host());
        return number().filter(ip -> !PublicSpace.holds(ip)).isEmpty()
                ? Outcome.done(this)
                : Outcome.refused("webhook.inside", host());
    }

    /** Where the host is written as a number. */
    private Optional<InetAddress> number() {
        try {
            return Optional.of(InetAddress.ofLiteral(host()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In small letters, without a dot at its end. */
    String host() {
        return bare(uri.getHost().toLowerCase(Locale.ROOT));
    }

    int port() {
        if (uri.getPort() > 0) return uri.getPort();
        return isEncrypted() ? USUAL_PORT : USUAL_PORT_IN_THE_CLEAR;
    }

    boolean isEncrypted() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Never more than the host: the rest is as good as a password. */
    @Override
    public String toString() {
        return "WebhookAddress[" + host() + "]";
    }
}
