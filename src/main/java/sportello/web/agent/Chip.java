package sportello.web.agent;

import java.util.ArrayList;
import java.util.List;
import sportello.agent.Agent;
import sportello.ticket.Narrowing;
import sportello.ticket.Order;
import sportello.ticket.OwnedBy;
import sportello.ticket.TicketRow;

/**
 * One way in which a list is narrowed or sorted, with the way to take it back.
 *
 * @param key of what it is about, in the messages under {@code filter.}
 * @param value what is asked for: a name, or a key of the messages
 * @param spoken whether the value is such a key
 * @param without where the list stands without it
 */
public record Chip(String key, String value, boolean spoken, String without) {

    static List<Chip> of(ListAddress address, List<Agent> agents, List<TicketRow> rows) {
        var is = address.filter().narrowing();
        var priority = is.priority();
        var owner = is.owner();
        var customer = is.customer();
        var locked = is.locked();
        var chips = new ArrayList<Chip>();
        if (priority != null) {
            var without = without(address, new Narrowing(null, owner, customer, locked));
            chips.add(new Chip("priority", "priority." + priority.level(), true, without));
        }
        if (owner != null) {
            chips.add(of(owner, agents, without(address, new Narrowing(priority, null, customer, locked))));
        }
        if (customer != null) {
            var without = without(address, new Narrowing(priority, owner, null, locked));
            chips.add(new Chip("customer", nameOf(customer, rows), false, without));
        }
        if (locked != null) {
            var without = without(address, new Narrowing(priority, owner, customer, null));
            chips.add(new Chip("lock", locked ? "filter.locked" : "filter.free", true, without));
        }
        if (!address.order().equals(Order.NEWEST_FIRST)) {
            var usual = address.with(Order.NEWEST_FIRST).text();
            chips.add(new Chip("sort", "sort." + address.order().by().key(), true, usual));
        }
        return chips;
    }

    private static Chip of(OwnedBy owner, List<Agent> agents, String without) {
        return switch (owner) {
            case OwnedBy.Me() -> new Chip("owner", "filter.me", true, without);
            case OwnedBy.Nobody() -> new Chip("owner", "filter.nobody", true, without);
            case OwnedBy.Somebody(var id) ->
                new Chip(
                        "owner",
                        agents.stream()
                                .filter(agent -> agent.id().equals(id))
                                .findFirst()
                                .map(Agent::name)
                                .orElse("?"),
                        false,
                        without);
        };
    }

    private static String without(ListAddress address, Narrowing rest) {
        return address.with(address.filter().with(rest)).text();
    }

    /** The organisation by name, if one of its tickets is there to tell it. */
    private static String nameOf(String code, List<TicketRow> rows) {
        return rows.stream()
                .filter(row -> code.equalsIgnoreCase(row.customerCode()))
                .findFirst()
                .map(TicketRow::customer)
                .orElse(code);
    }
}
