package sportello.web.agent.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import sportello.search.SearchForm;
import sportello.ticket.ListPlace;

/** The addresses of searches; what nobody asked for is left out of them. */
public final class SearchAddresses {

    private SearchAddresses() {}

    /** The page of what a search finds. */
    public static String of(SearchForm form) {
        return address("/search", form.fields());
    }

    /** Where it goes on. */
    static String after(ListPlace place, SearchForm form) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.put("after", place.key());
        return address("/search", fields);
    }

    /** The same as a file. */
    static String export(SearchForm form, String format) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.put("format", format);
        return address("/search/export", fields);
    }

    private static String address(String path, Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", fields.isEmpty() ? path : path + "?", ""));
    }
}
