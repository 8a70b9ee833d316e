package sportello.identity;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Addresses and networks, such as {@code 10.0.0.5} and {@code 10.0.0.0/24}, with spaces or commas between them. */
record Proxies(String text) {
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*)(/\\d{1,3})?");

    boolean isReadable() {
        try {
            return all().stream().allMatch(one -> SHAPE.matcher(one).matches() && matcher(one) != null);
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }

    boolean include(String address) {
        return all().stream().anyMatch(one -> matcher(one).matches(address));
    }

    private List<String> all() {
        return Stream.of(text.split("[\\s,]+")).filter(one -> !one.isEmpty()).toList();
    }

    private static IpAddressMatcher matcher(String one) {
        return new IpAddressMatcher(one);
    }
}
