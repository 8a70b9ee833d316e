package sportello.web.agent;

import java.util.ArrayList;
import java.util.List;
import sportello.agent.Agent;
import sportello.ticket.Choice;
import sportello.ticket.Narrowing;
import sportello.ticket.OfferedClasses;
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

    static List<Chip> of(ListAddress address, List<Agent> agents, OfferedClasses classes, List<TicketRow> rows) {
        var is = address.filter().narrowing();
        var state = is.state();
        var title = is.title();
        var priority = is.priority();
        var owner = is.owner();
        var responsible = is.responsible();
        var customer = is.customer();
        var locked = is.locked();
        var chips = new ArrayList<Chip>();
        if (state != null)
            chips.add(new Chip("status", "state." + state.key(), true, without(address, is.inAnyState())));
        if (title != null) chips.add(new Chip("words", title, false, without(address, is.ofAnyTitle())));
        if (priority != null) {
            chips.add(new Chip("priority", "priority." + priority.level(), true, without(address, is.ofAnyPriority())));
        }
        if (owner != null) chips.add(of("owner", owner, agents, without(address, is.ofAnyOwner())));
        if (responsible != null)
            chips.add(of("responsible", responsible, agents, without(address, is.ofAnyResponsible())));
        if (customer != null)
            chips.add(new Chip("customer", nameOf(customer, rows), false, without(address, is.ofAnyCustomer())));
        if (locked != null) {
            chips.add(new Chip(
                    "lock", locked ? "filter.locked" : "filter.free", true, without(address, is.lockedOrNot())));
        }
        var type = is.type();
        var service = is.service();
        if (type != null)
            chips.add(new Chip("type", nameOf(type, classes.types()), false, without(address, is.ofAnyType())));
        if (service != null)
            chips.add(new Chip(
                    "service", nameOf(service, classes.services()), false, without(address, is.forAnyService())));
        if (!address.order().equals(Order.NEWEST_FIRST)) {
            var usual = address.with(Order.NEWEST_FIRST).text();
            chips.add(new Chip("sort", "sort." + address.order().by().key(), true, usual));
        }
        return chips;
    }

    private static Chip of(String role, OwnedBy owner, List<Agent> agents, String without) {
        return switch (owner) {
            case OwnedBy.Me() -> new Chip(role, "filter.me", true, without);
            case OwnedBy.Nobody() -> new Chip(role, "filter.nobody", true, without);
            case OwnedBy.Somebody(var id) ->
                new Chip(
                        role,
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

    private static String nameOf(long id, List<Choice> offered) {
        return offered.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .map(Choice::name)
                .orElse("?");
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
