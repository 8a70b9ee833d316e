package sportello.web.agent.search;

import java.util.LinkedHashMap;
import java.util.Map;
import sportello.base.Query;
import sportello.search.SearchForm;
import sportello.ticket.ListPlace;
import sportello.ticket.Order;
import sportello.ticket.Sort;

/** The addresses of searches; what nobody asked for is left out of them. */
public final class SearchAddresses {

    private SearchAddresses() {}

    /** The page of what a search finds. */
    public static String of(SearchForm form) {
        return address("/search", form.fields());
    }

    /** Where it goes on. */
    static String after(ListPlace place, Order order, SearchForm form) {
        var fields = fields(order, form);
        fields.put("after", place.key());
        return address("/search", fields);
    }

    /** The same in another order. */
    static String sorted(Order order, SearchForm form) {
        return address("/search", fields(order, form));
    }

    private static Map<String, String> fields(Order order, SearchForm form) {
        var fields = new LinkedHashMap<>(form.fields());
        if (order.by() != Sort.CREATED) fields.put("sort", order.by().key());
        if (order.ascending()) fields.put("direction", "ascending");
        return fields;
    }

    /** The same as a file. */
    static String export(SearchForm form, String format) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.put("format", format);
        return address("/search/export", fields);
    }

    private static String address(String path, Map<String, String> fields) {
        var query = Query.EMPTY;
        for (var field : fields.entrySet()) query = query.with(field.getKey(), field.getValue());
        return query.after(path);
    }
}
