package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A good request once more, to another address or with other values. */
final class Resent {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private Resent() {}

    /** How many places of the address say what it is about. */
    static int variables(Route route) {
        return (int)
                VARIABLE.matcher(route.pattern().getPatternString()).results().count();
    }

    /** The address with another value in one of these places. */
    static String address(Route route, MockHttpServletRequest good, int place, String value) {
        var parts = route.pattern().getPatternString().split("/");
        var actual = good.getRequestURI().split("/");
        var seen = 0;
        for (int i = 0; i < parts.length && i < actual.length; i++)
            if (VARIABLE.matcher(parts[i]).find() && seen++ == place)
                actual[i] = VARIABLE.matcher(parts[i]).replaceFirst(Matcher.quoteReplacement(value));
        return String.join("/", actual);
    }

    static MockHttpServletRequestBuilder as(MockHttpServletRequest good, String address, Map<String, String[]> values) {
        var query = good.getMethod().equals("GET") ? "?" + query(values) : "";
        var again = request(HttpMethod.valueOf(good.getMethod()), URI.create(address + query));
        if (query.isEmpty()) values.forEach(again::param);
        var cookies = good.getCookies();
        if (cookies != null) Arrays.stream(cookies).forEach((Cookie kept) -> again.cookie(kept));
        return again;
    }

    private static String query(Map<String, String[]> values) {
        var query = new ArrayList<String>();
        values.forEach((name, some) -> {
            for (var value : some) query.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
        });
        return String.join("&", query);
    }
}
