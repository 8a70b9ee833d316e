package sportello.web.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.ticket.FixedView;
import sportello.ticket.Narrowing;
import sportello.ticket.OfferedClasses;
import sportello.ticket.Order;
import sportello.ticket.Priority;
import sportello.ticket.QueueCount;
import sportello.ticket.Sort;
import sportello.ticket.Stage;
import sportello.ticket.State;
import sportello.ticket.TicketFilter;
import sportello.ticket.TicketId;
import sportello.ticket.TicketPart;
import sportello.ticket.TicketRow;
import sportello.ticket.Whose;

/**
 * A list of tickets, by queue and by state.
 *
 * @param queueName of the chosen queue, null for all
 * @param previews how the newest article of each begins, where the rows show it
 * @param agents whom the list can be narrowed to
 * @param classes to which the list can be narrowed
 * @param own the house's own fields, behind the other columns
 * @param came the number of the ticket from whose page the reader came, empty if from elsewhere
 */
public record TicketListPage(
        ListAddress address,
        @Nullable String queueName,
        List<QueueCount> queues,
        TicketPart part,
        Map<TicketId, String> previews,
        ListLayout layout,
        List<Agent> agents,
        OfferedClasses classes,
        OwnColumns own,
        String came) {

    public TicketListPage {
        queues = List.copyOf(queues);
        previews = Map.copyOf(previews);
        agents = List.copyOf(agents);
    }

    public TicketFilter filter() {
        return address.filter();
    }

    public List<TicketRow> rows() {
        return part.rows();
    }

    /** The title's key in the messages; null where the chosen queue is the title. */
    public @Nullable String titleKey() {
        var view = filter().view();
        if (view != null) return "view." + view.key();
        return queueName == null ? "list.all_queues" : null;
    }

    /** Those that were chosen; the queue's own where the list is of one queue only. */
    public List<Column> columns() {
        return layout.columns().stream()
                .filter(column -> column != Column.QUEUE || queueName == null)
                .filter(column -> column.isOffered(classes.asked()))
                .toList();
    }

    /** How many tickets the tree counts in all queues. */
    public int total() {
        return queues.stream().mapToInt(queue -> queue.of(filter().stage())).sum();
    }

    /**
     * Whether the agent holds the key in a queue of the list: of those on the page, or where it goes on, of those it can be of.
     * Queues that are valid no more are not counted; there it is enough that it is held anywhere.
     */
    public boolean isHeld(Permission wanted, AgentViewer agent) {
        if (part.next().isEmpty() && part.previous().isEmpty())
            return rows().stream().anyMatch(row -> isHeldIn(row.queue(), wanted, agent));
        return queues.stream()
                .filter(queue -> filter().queue() == null || queue.id().equals(filter().queue()))
                .anyMatch(queue -> agent.may(wanted, queue.group()));
    }

    private boolean isHeldIn(String name, Permission wanted, AgentViewer agent) {
        return queues.stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .map(queue -> agent.may(wanted, queue.group()))
                .orElseGet(() -> agent.grants().allowAnywhere(wanted));
    }

    /** Where the same list stands for another queue, or for all. */
    public String of(@Nullable QueueId queue) {
        return address.with(new TicketFilter(filter().whose(), filter().stage(), queue))
                .text();
    }

    /** The fixed views, and the tickets that one is responsible for. */
    public List<Tab> views() {
        return Stream.concat(
                        Stream.of(responsible()),
                        Arrays.stream(FixedView.values()).map(this::tab))
                .toList();
    }

    private Tab responsible() {
        var mine = new TicketFilter(Whose.RESPONSIBLE, Stage.ACTIVE, null);
        return new Tab("view.responsible", Addresses.list(mine), -1, filter().equals(mine));
    }

    private Tab tab(FixedView view) {
        var all = new TicketFilter(Whose.ALL, Stage.ACTIVE, null, view, Narrowing.NONE);
        return new Tab("view." + view.key(), Addresses.list(all), -1, filter().view() == view);
    }

    public List<Tab> whose() {
        return Arrays.stream(Whose.values())
                .map(whose -> new Tab(
                        "tab." + whose.key(), address.with(filter().of(whose)).text(), -1, whose == filter().whose()))
                .toList();
    }

    /** The states; there is no choice among them where the view itself is one. */
    public List<Tab> stages() {
        var view = filter().view();
        if (view != null && view.isOver()) return List.of();
        return Arrays.stream(Stage.values())
                .map(stage -> new Tab(
                        "stage." + stage.key(),
                        address.with(filter().in(stage)).text(),
                        count(stage),
                        stage == filter().stage()))
                .toList();
    }

    private int count(Stage stage) {
        var counted = !stage.isOver()
                && filter().whose() == Whose.ALL
                && filter().view() == null
                && filter().narrowing().equals(Narrowing.NONE);
        return !counted
                ? -1
                : queues.stream()
                        .filter(queue -> filter().queue() == null || queue.id().equals(filter().queue()))
                        .mapToInt(queue -> queue.of(stage))
                        .sum();
    }

    public List<Chip> chips() {
        return Chip.of(address, agents, classes, rows());
    }

    /** The organisations on this page, by code, to choose one from. */
    public Map<String, String> customers() {
        var customers = new TreeMap<String, String>();
        for (var row : rows()) {
            if (row.customerCode() != null && row.customer() != null) customers.put(row.customerCode(), row.customer());
        }
        return customers;
    }

    public List<Priority> priorities() {
        return List.of(Priority.values()).reversed();
    }

    /** In which the list can be. */
    public List<State> states() {
        return Arrays.stream(State.values())
                .filter(state -> filter().stage().holds(state))
                .toList();
    }

    public List<Sort> sorts() {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.fits(filter().stage()))
                .toList();
    }

    public boolean isSortable(Column column) {
        return column.sort() != null && column.sort().fits(filter().stage());
    }

    /** Where the list stands without its filters and in the usual order. */
    public String usual() {
        return ListAddress.of(filter().with(Narrowing.NONE)).text();
    }

    /** Where the list stands sorted by the column; the other way round if it is already. */
    public String sortedBy(Sort sort) {
        var order = address.order();
        var ascending = order.by() == sort ? !order.ascending() : sort.isByWords();
        return address.with(new Order(sort, ascending)).text();
    }

    /** For {@code aria-sort}; the age grows as the time of creation goes back. */
    public @Nullable String direction(Column column) {
        if (column.sort() != address.order().by()) return null;
        return address.order().ascending() == (column != Column.AGE) ? "ascending" : "descending";
    }

    /** What a form that narrows the list keeps as it is. */
    public List<ListAddress.Part> kept() {
        return ListAddress.of(filter().with(Narrowing.NONE)).parts();
    }

    public @Nullable String previous() {
        return part.previous().map(place -> address.before(place).text()).orElse(null);
    }

    public @Nullable String next() {
        return part.next().map(place -> address.after(place).text()).orElse(null);
    }

    public boolean cameFrom(TicketRow row) {
        return row.number().value().equals(came);
    }
}
