package sportello.web.agent.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.field.Field;
import sportello.queue.Queue;
import sportello.search.AgentName;
import sportello.search.Exporting;
import sportello.search.Findings;
import sportello.search.SearchForm;
import sportello.ticket.OfferedClasses;
import sportello.ticket.Order;
import sportello.ticket.Priority;
import sportello.ticket.Sort;
import sportello.ticket.State;
import sportello.web.agent.OwnColumns;

/**
 * A search with what it found.
 *
 * @param findings null as long as nothing was asked, or not in order
 * @param fields the house's own, of which can be asked
 * @param own those of them that lists show, with what they say of what was found
 * @param name under which somebody wants to keep it, as typed
 * @param refusal why it was not done
 */
public record SearchPage(
        SearchForm form,
        @Nullable Findings findings,
        List<Queue> queues,
        List<AgentName> agents,
        OfferedClasses classes,
        List<Field> fields,
        OwnColumns own,
        String name,
        boolean shared,
        @Nullable Refusal refusal) {

    public SearchPage {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        fields = List.copyOf(fields);
    }

    /** Whether it was to be kept, and was not. */
    public boolean isToBeKept() {
        return findings == null && !name.isEmpty();
    }

    public @Nullable Long type() {
        return id(form.type());
    }

    public @Nullable Long service() {
        return id(form.service());
    }

    /** What is asked of the field. */
    public String asked(Field field) {
        return form.field().getOrDefault(field.key(), "");
    }

    private static @Nullable Long id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
    }

    /** Whether there is something to show. */
    public boolean hasFound() {
        return findings != null && !findings.rows().isEmpty();
    }

    /** The states to choose from; what was removed is asked for by name only. */
    public List<State> states() {
        return List.of(State.values());
    }

    public List<Priority> priorities() {
        return Stream.of(Priority.values()).toList().reversed();
    }

    /** Where the next page stands, null on the last. */
    public @Nullable String next() {
        return findings == null
                ? null
                : findings.next()
                        .map(place -> SearchAddresses.after(place, findings.order(), form))
                        .orElse(null);
    }

    /** Where the same stands sorted by this, the other way round if it is already; null where it cannot be sorted. */
    public @Nullable String sortedBy(Sort sort) {
        if (findings == null || !findings.sortable()) return null;
        var now = findings.order();
        var ascending = now.by() == sort ? !now.ascending() : sort.isByWords();
        return SearchAddresses.sorted(new Order(sort, ascending), form);
    }

    /** For {@code aria-sort}; the age grows as the time of creation goes back. */
    public @Nullable String direction(Sort sort) {
        if (findings == null || findings.order().by() != sort) return null;
        return findings.order().ascending() == (sort != Sort.CREATED) ? "ascending" : "descending";
    }

    public String export(String format) {
        return SearchAddresses.export(form, format);
    }

    /** As many tickets as a file has at most. */
    public int mostExported() {
        return Exporting.MOST;
    }
}
