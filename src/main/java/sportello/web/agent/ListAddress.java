package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import sportello.queue.QueueId;
import sportello.ticket.FixedView;
import sportello.ticket.ListPlace;
import sportello.ticket.Narrowing;
import sportello.ticket.Order;
import sportello.ticket.OwnedBy;
import sportello.ticket.Priority;
import sportello.ticket.Sort;
import sportello.ticket.Stage;
import sportello.ticket.Status;
import sportello.ticket.TicketFilter;
import sportello.ticket.Whose;
import sportello.web.security.LocalTarget;

/**
 * A list of tickets as its address asks for it; what is usual is left out of the address, what makes no sense is not
 * heard.
 *
 * @param after the place after which the page begins, null for the first
 * @param before the place before which the page ends
 */
public record ListAddress(
        TicketFilter filter,
        Order order,
        @Nullable ListPlace after,
        @Nullable ListPlace before) {
    static final String PATH = "/agent/tickets";

    /** The first page, newest first. */
    static ListAddress of(TicketFilter filter) {
        return new ListAddress(filter, Order.NEWEST_FIRST, null, null);
    }

    static ListAddress read(MultiValueMap<String, String> asked) {
        var narrowing = new Narrowing(
                number(asked, "priority")
                        .filter(level -> level >= 1 && level <= 5)
                        .map(level -> Priority.of(level.intValue()))
                        .orElse(null),
                text(asked, "owner").flatMap(OwnedBy::of).orElse(null),
                text(asked, "customer").orElse(null),
                text(asked, "lock")
                        .filter(lock -> lock.equals("locked") || lock.equals("free"))
                        .map("locked"::equals)
                        .orElse(null),
                text(asked, "responsible").flatMap(OwnedBy::of).orElse(null),
                text(asked, "title").orElse(null),
                text(asked, "status").flatMap(Status::of).orElse(null),
                number(asked, "type").orElse(null),
                number(asked, "service").orElse(null));
        var filter = new TicketFilter(
                text(asked, "tab").flatMap(Whose::of).orElse(Whose.ALL),
                text(asked, "state").flatMap(Stage::of).orElse(Stage.ACTIVE),
                number(asked, "queue").map(QueueId::new).orElse(null),
                text(asked, "view").flatMap(FixedView::of).orElse(null),
                narrowing);
        var sort = text(asked, "sort")
                .flatMap(Sort::of)
                .filter(known -> known.fits(filter.stage()))
                .orElse(Sort.CREATED);
        var ascending = text(asked, "direction").filter("ascending"::equals).isPresent();
        return new ListAddress(
                filter,
                new Order(sort, ascending),
                text(asked, "after").flatMap(ListPlace::of).orElse(null),
                text(asked, "before").flatMap(ListPlace::of).orElse(null));
    }

    /** The list of an address that a page gave; the usual list, if it is none. */
    public static ListAddress parse(@Nullable String address) {
        return LocalTarget.parse(address)
                .filter(target -> target.path().equals(PATH))
                .flatMap(target -> parameters(target.address()))
                .map(ListAddress::read)
                .orElseGet(() -> of(new TicketFilter(Whose.ALL, Stage.ACTIVE, null)));
    }

    private static Optional<MultiValueMap<String, String>> parameters(String address) {
        try {
            var plain = new LinkedMultiValueMap<String, String>();
            UriComponentsBuilder.fromUriString(address)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> values.stream()
                            .filter(Objects::nonNull)
                            .forEach(value -> plain.add(name, UriUtils.decode(value, UTF_8))));
            return Optional.of(plain);
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(MultiValueMap<String, String> asked, String name) {
        return Optional.ofNullable(asked.getFirst(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.indexOf('\0') < 0);
    }

    private static Optional<Long> number(MultiValueMap<String, String> asked, String name) {
        return text(asked, name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    ListAddress with(TicketFilter other) {
        return new ListAddress(other, order, null, null);
    }

    ListAddress with(Order other) {
        return new ListAddress(filter, other, null, null);
    }

    /** Its first page. */
    ListAddress beginning() {
        return new ListAddress(filter, order, null, null);
    }

    /** Whether it differs from the usual list by more than the page. */
    boolean isChanged() {
        return !beginning().parts().isEmpty();
    }

    ListAddress after(ListPlace place) {
        return new ListAddress(filter, order, place, null);
    }

    ListAddress before(ListPlace place) {
        return new ListAddress(filter, order, null, place);
    }

    /** A name and a value of the address. */
    public record Part(String name, String value) {}

    /** Everything that differs from the usual list. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        var queue = filter.queue();
        var view = filter.view();
        if (queue != null) parts.add(new Part("queue", Long.toString(queue.value())));
        if (filter.stage() != Stage.ACTIVE && (view == null || !view.isOver())) {
            parts.add(new Part("state", filter.stage().key()));
        }
        if (filter.whose() != Whose.ALL)
            parts.add(new Part("tab", filter.whose().key()));
        if (view != null) parts.add(new Part("view", view.key()));
        parts.addAll(parts(filter.narrowing()));
        if (order.by() != Sort.CREATED) parts.add(new Part("sort", order.by().key()));
        if (order.ascending()) parts.add(new Part("direction", "ascending"));
        if (after != null) parts.add(new Part("after", after.key()));
        if (before != null) parts.add(new Part("before", before.key()));
        return parts;
    }

    private static List<Part> parts(Narrowing narrowing) {
        var parts = new ArrayList<Part>();
        var priority = narrowing.priority();
        var owner = narrowing.owner();
        var customer = narrowing.customer();
        var locked = narrowing.locked();
        if (priority != null) parts.add(new Part("priority", Integer.toString(priority.level())));
        if (owner != null) parts.add(new Part("owner", owner.key()));
        if (customer != null) parts.add(new Part("customer", customer));
        if (locked != null) parts.add(new Part("lock", locked ? "locked" : "free"));
        var responsible = narrowing.responsible();
        var title = narrowing.title();
        var state = narrowing.state();
        if (responsible != null) parts.add(new Part("responsible", responsible.key()));
        if (title != null) parts.add(new Part("title", title));
        if (state != null) parts.add(new Part("status", state.key()));
        var type = narrowing.type();
        var service = narrowing.service();
        if (type != null) parts.add(new Part("type", Long.toString(type)));
        if (service != null) parts.add(new Part("service", Long.toString(service)));
        return parts;
    }

    /** The address itself. */
    public String text() {
        var parts = parts();
        if (parts.isEmpty()) return PATH;
        return parts.stream()
                .map(part -> part.name() + "=" + UriUtils.encode(part.value(), UTF_8))
                .collect(Collectors.joining("&", PATH + "?", ""));
    }

    /** Where the whole list is handed out. */
    public String export(String format) {
        var list = beginning().text();
        return PATH + "/export?" + (isChanged() ? list.substring(PATH.length() + 1) + "&" : "") + "format=" + format;
    }

    /** The address as the value of a parameter of another. */
    public String encoded() {
        return UriUtils.encode(text(), UTF_8);
    }
}
