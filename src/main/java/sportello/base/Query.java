package sportello.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Names and values, as the end of an address or the body of a form carries them. What is empty is left out. */
public record Query(String text) {
    public static final Query EMPTY = new Query("");

    public Query with(String name, String value) {
        if (value.isEmpty()) return this;
        var field = URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
        return new Query(text.isEmpty() ? field : text + "&" + field);
    }

    /** The address that asks for it. */
    public String after(String address) {
        if (text.isEmpty()) return address;
        return address + (address.contains("?") ? "&" : "?") + text;
    }
}
