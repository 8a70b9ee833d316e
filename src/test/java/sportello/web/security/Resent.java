package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        var body = good.getContentAsByteArray();
        if (body != null) again.content(body).contentType(good.getContentType());
        var cookies = good.getCookies();
        if (cookies != null) Arrays.stream(cookies).forEach((Cookie kept) -> again.cookie(kept));
        return again;
    }

    /** The JSON of a request that brings some, each time with one of its members spoiled. */
    static List<String> spoiled(MockHttpServletRequest good, String odd) {
        var spoiled = new ArrayList<String>();
        var body = good.getContentAsByteArray();
        if (body != null && MediaType.APPLICATION_JSON_VALUE.equals(good.getContentType())) {
            var whole = JsonMapper.shared().readTree(body);
            spoil(whole, whole, odd, spoiled);
        }
        return spoiled;
    }

    private static void spoil(JsonNode whole, JsonNode part, String odd, List<String> spoiled) {
        if (!(part instanceof ObjectNode object)) return;
        for (var member : List.copyOf(object.properties())) {
            var value = member.getValue();
            object.put(member.getKey(), odd);
            spoiled.add(whole.toString());
            object.set(member.getKey(), value);
            spoil(whole, value, odd, spoiled);
        }
    }

    private static String query(Map<String, String[]> values) {
        var query = new ArrayList<String>();
        values.forEach((name, some) -> {
            for (var value : some) query.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
        });
        return String.join("&", query);
    }
}
