package sportello.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;

/**
 * A search as somebody filled it in, kept as it is: in addresses, in saved searches, and in a form that comes back. Empty
 * is what nobody asked for.
 *
 * @param q what is looked for in the texts
 * @param state {@code active}, {@code closed}, {@code archived}, or the key of a state
 * @param type the id of a type
 * @param service the id of a service; those below it count too
 * @param field the house's own, by their keys
 * @param owner {@code me}, {@code nobody}, or an agent's id; so is {@code responsible}
 */
public record SearchForm(
        String q,
        String number,
        String queue,
        String state,
        String priority,
        String owner,
        String responsible,
        String customer,
        String file,
        String createdFrom,
        String createdTo,
        String closedFrom,
        String closedTo,
        String type,
        String service,
        Map<String, String> field) {

    public SearchForm(
            @Nullable String q,
            @Nullable String number,
            @Nullable String queue,
            @Nullable String state,
            @Nullable String priority,
            @Nullable String owner,
            @Nullable String responsible,
            @Nullable String customer,
            @Nullable String file,
            @Nullable String createdFrom,
            @Nullable String createdTo,
            @Nullable String closedFrom,
            @Nullable String closedTo,
            @Nullable String type,
            @Nullable String service,
            @Nullable Map<String, String> field) {
        this.q = tidy(q);
        this.number = tidy(number);
        this.queue = tidy(queue);
        this.state = tidy(state);
        this.priority = tidy(priority);
        this.owner = tidy(owner);
        this.responsible = tidy(responsible);
        this.customer = tidy(customer);
        this.file = tidy(file);
        this.createdFrom = tidy(createdFrom);
        this.createdTo = tidy(createdTo);
        this.closedFrom = tidy(closedFrom);
        this.closedTo = tidy(closedTo);
        this.type = tidy(type);
        this.service = tidy(service);
        this.field = field == null ? Map.of() : tidy(field);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** In an order that is always the same, so that one search has one address. */
    private static Map<String, String> tidy(Map<String, String> typed) {
        var tidy = new TreeMap<String, String>();
        typed.forEach((key, words) -> tidy.put(key, tidy(words)));
        tidy.values().removeIf(String::isEmpty);
        return Collections.unmodifiableMap(tidy);
    }

    /** What is asked of the texts alone. */
    public static SearchForm of(String q) {
        return new SearchForm(
                q, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return fields().isEmpty();
    }

    /** Whether anything but the texts is asked of. */
    public boolean asksForMore() {
        return !isEmpty() && !equals(of(q));
    }

    /** What is filled in, by the names under which addresses and forms carry it. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", q);
        fields.put("number", number);
        fields.put("queue", queue);
        fields.put("state", state);
        fields.put("priority", priority);
        fields.put("owner", owner);
        fields.put("responsible", responsible);
        fields.put("customer", customer);
        fields.put("file", file);
        fields.put("createdFrom", createdFrom);
        fields.put("createdTo", createdTo);
        fields.put("closedFrom", closedFrom);
        fields.put("closedTo", closedTo);
        fields.put("type", type);
        fields.put("service", service);
        field.forEach((key, words) -> fields.put("field[" + key + "]", words));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** The same to be kept: the house's own fields together. */
    Map<String, Object> kept() {
        var kept = new LinkedHashMap<String, Object>(fields());
        if (field.isEmpty()) return kept;
        kept.keySet().removeIf(name -> name.startsWith("field["));
        kept.put("field", field);
        return kept;
    }

    /** What it asks, if all of it is in order. */
    public Outcome<Criteria> read() {
        return Criteria.of(this);
    }
}
