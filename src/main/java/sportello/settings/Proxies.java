package sportello.settings;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Addresses and networks, such as {@code 10.0.0.5} and {@code 10.0.0.0/24}, with spaces or commas between them. */
public record Proxies(String text) {
    private static final String IPV4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
    private static final String IPV6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*";
    private static final Pattern SHAPE = Pattern.compile("(" + IPV4 + "|" + IPV6 + ")(/\\d{1,3})?");
    /** Some proxies write the port as well. */
    private static final Pattern HOP = Pattern.compile(
            "(?<four>" + IPV4 + ")(?::\\d{1,5})?|(?<six>" + IPV6 + ")|\\[(?<boxed>" + IPV6 + ")](?::\\d{1,5})?");

    /** Whether every word is an address or a network. */
    public boolean isReadable() {
        try {
            return all().stream().allMatch(one -> SHAPE.matcher(one).matches() && matcher(one) != null);
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }

    public boolean include(String address) {
        return all().stream().anyMatch(one -> matcher(one).matches(address));
    }

    /**
     * Who knocks at the outermost of these proxies. Each writes at the end from whom it has the request, so the last word
     * that is none of them counts: what stands before it may have been written by anybody.
     *
     * @param connection from where the request reaches us
     * @param forwarded the values of {@code X-Forwarded-For}, in their order
     */
    public String visitor(String connection, List<String> forwarded) {
        var visitor = connection;
        var hops = forwarded.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .toList();
        for (var hop : hops.reversed()) {
            if (!include(visitor)) return visitor;
            var before = address(hop.strip());
            if (before.isEmpty()) return visitor;
            visitor = before.get();
        }
        return visitor;
    }

    /** In one spelling, and never looked up by name. */
    private static Optional<String> address(String hop) {
        var parts = HOP.matcher(hop);
        if (!parts.matches()) return Optional.empty();
        try {
            return Stream.of("four", "six", "boxed")
                    .map(parts::group)
                    .filter(literal -> literal != null)
                    .findFirst()
                    .map(literal -> InetAddress.ofLiteral(literal).getHostAddress());
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private List<String> all() {
        return Stream.of(text.split("[\\s,]+")).filter(one -> !one.isEmpty()).toList();
    }

    private static IpAddressMatcher matcher(String one) {
        return new IpAddressMatcher(one);
    }
}
