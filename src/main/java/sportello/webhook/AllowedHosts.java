package sportello.webhook;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * Hosts within the company's own network that webhooks may call, and call without TLS too: a Mattermost of the company's
 * own stands there. All other calls go to the open internet.
 *
 * @param hosts in small letters, each with a port behind a colon where it counts for that port alone
 */
public record AllowedHosts(List<String> hosts) {
    static final AllowedHosts NONE = new AllowedHosts(List.of());
    private static final int MOST = 50;
    private static final int LONGEST = 255;
    private static final Pattern HOST = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    public AllowedHosts {
        hosts = List.copyOf(hosts);
    }

    /** @param lines one host a line */
    static Outcome<AllowedHosts> typed(String lines) {
        var hosts = new TreeSet<String>();
        for (var line :
                CleanText.lines(lines).toLowerCase(java.util.Locale.ROOT).split("[\\s,;]+")) {
            if (line.isEmpty()) continue;
            if (line.length() > LONGEST || !HOST.matcher(line).matches()) return Outcome.refused("webhook.host", line);
            hosts.add(line);
        }
        return hosts.size() > MOST
                ? Outcome.refused("webhook.many_hosts", MOST)
                : Outcome.done(new AllowedHosts(List.copyOf(hosts)));
    }

    boolean admit(WebhookAddress address) {
        return hosts.contains(address.host()) || hosts.contains(address.host() + ":" + address.port());
    }
}
