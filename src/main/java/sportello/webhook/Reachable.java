package sportello.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Where one address leads, asked once: the connection goes to the very IP address that was looked at, since the next answer
 * to the same question may be another. Where one of several is not to be called, none is.
 */
final class Reachable implements DnsResolver {
    /** Each may take its time to connect. */
    private static final int MOST = 2;

    private final String host;
    private final InetAddress[] found;

    private Reachable(String host, InetAddress[] found) {
        this.host = host;
        this.found = found;
    }

    /** That it must not be called. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static Reachable of(WebhookAddress address, boolean allowed) throws UnknownHostException, Refused {
        var found = InetAddress.getAllByName(address.host());
        var fine = Arrays.stream(found).allMatch(one -> allowed ? PublicSpace.isAnywhere(one) : PublicSpace.holds(one));
        if (!fine) throw new Refused();
        return new Reachable(address.host(), Arrays.copyOf(found, Math.min(found.length, MOST)));
    }

    @Override
    public InetAddress[] resolve(String asked) throws UnknownHostException {
        if (!WebhookAddress.bare(asked).equalsIgnoreCase(host)) throw new UnknownHostException(asked);
        return found.clone();
    }

    @Override
    public String resolveCanonicalHostname(String asked) {
        return asked;
    }
}
