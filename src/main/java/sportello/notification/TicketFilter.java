package sportello.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.field.FilledField;
import sportello.field.Reader;
import sportello.field.Sought;
import sportello.ticket.Briefing;
import sportello.ticket.Status;

/**
 * Which tickets a rule is for; what names nothing is for all.
 *
 * @param queues with those below them
 * @param states of ours, with those of the house's own that behave like them
 * @param services with those below them
 * @param locked null for either way
 * @param customers the codes of organisations
 * @param fields what fields of the house's own must say, by their keys
 */
public record TicketFilter(
        Set<Long> queues,
        Set<Status> states,
        Set<Integer> priorities,
        Set<Long> types,
        Set<Long> services,
        @Nullable Boolean locked,
        Set<Long> owners,
        Set<Long> responsibles,
        Set<String> customers,
        Map<String, String> fields) {
    public static final TicketFilter ALL = new TicketFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Map.of());

    public TicketFilter {
        queues = Set.copyOf(queues);
        states = Set.copyOf(states);
        priorities = Set.copyOf(priorities);
        types = Set.copyOf(types);
        services = Set.copyOf(services);
        owners = Set.copyOf(owners);
        responsibles = Set.copyOf(responsibles);
        customers = Set.copyOf(customers);
        fields = Map.copyOf(fields);
    }

    /** In the same order each time, for the book and for forms. */
    public TreeMap<String, String> fieldsByKey() {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(fields);
        return sorted;
    }

    boolean admits(Briefing ticket, List<FilledField> said, Reader reader) {
        var traits = ticket.traits();
        return admitsPlace(ticket, traits)
                && isAmong(priorities, traits.priority())
                && (locked == null || locked == traits.locked())
                && isAmong(owners, id(ticket.owner()))
                && isAmong(responsibles, id(ticket.responsible()))
                && (customers.isEmpty() || customers.stream().anyMatch(traits.customer()::equalsIgnoreCase))
                && fields.entrySet().stream().allMatch(one -> isSaid(one.getKey(), one.getValue(), said, reader));
    }

    private boolean admitsPlace(Briefing ticket, Briefing.Traits traits) {
        return meets(queues, traits.queues())
                && (states.isEmpty() || states.stream().anyMatch(state -> state.covers(ticket.state())))
                && isAmong(types, traits.typeId())
                && meets(services, traits.services());
    }

    private static boolean isSaid(String key, String wanted, List<FilledField> said, Reader reader) {
        var sought = Sought.of(wanted, reader);
        return said.stream()
                .anyMatch(one -> one.field().key().equalsIgnoreCase(key) && sought.isIn(one.value(), reader));
    }

    private static @Nullable Long id(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static <T> boolean isAmong(Set<T> wanted, @Nullable T one) {
        return wanted.isEmpty() || one != null && wanted.contains(one);
    }

    private static boolean meets(Set<Long> wanted, Set<Long> there) {
        return wanted.isEmpty() || there.stream().anyMatch(wanted::contains);
    }
}
