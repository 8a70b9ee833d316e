package sportello.web.agent.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.bulk.BulkAction;
import sportello.bulk.StartingBulk;
import sportello.queue.QueueId;
import sportello.ticket.Message;
import sportello.ticket.Priority;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.web.NotFound;

/**
 * What somebody wants to do to many tickets, kept as it was typed until it is in order.
 *
 * @param action one of {@link #ACTIONS}
 * @param ticket the numbers of the tickets
 * @param from the list from which they were chosen
 */
public record BulkForm(
        String action,
        List<String> ticket,
        @Nullable Long queue,
        @Nullable Long agent,
        @Nullable Priority priority,
        String subject,
        String text,
        @Nullable Boolean visible,
        String from) {
    /** In the order of the bar. */
    public static final List<String> ACTIONS =
            List.of("lock", "release", "move", "owner", "responsible", "priority", "note");

    public static final int MOST = StartingBulk.MOST;

    public BulkForm(
            @Nullable String action,
            @Nullable List<String> ticket,
            @Nullable Long queue,
            @Nullable Long agent,
            @Nullable Priority priority,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Boolean visible,
            @Nullable String from) {
        this.action = orEmpty(action);
        this.ticket = ticket == null ? List.of() : List.copyOf(ticket);
        this.queue = queue;
        this.agent = agent;
        this.priority = priority;
        this.subject = orEmpty(subject);
        this.text = orEmpty(text);
        this.visible = visible;
        this.from = orEmpty(from);
    }

    /** The form for these tickets, before anything was typed. */
    static BulkForm blank(String action, List<TicketNumber> tickets, String from) {
        var numbers = tickets.stream().map(TicketNumber::value).toList();
        return new BulkForm(action, numbers, null, null, null, null, null, null, from);
    }

    public boolean isVisible() {
        return Boolean.TRUE.equals(visible);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** The numbers that are numbers, each once. */
    List<TicketNumber> numbers() {
        return ticket.stream()
                .flatMap(number -> TicketNumber.typed(number.strip()).stream())
                .distinct()
                .toList();
    }

    Outcome<BulkAction> read() {
        return switch (action) {
            case "lock" -> Outcome.done(new BulkAction.Lock());
            case "release" -> Outcome.done(new BulkAction.Release());
            case "move" ->
                queue == null
                        ? Outcome.refused("bulk.no_queue")
                        : Outcome.done(new BulkAction.Move(new QueueId(queue)));
            case "owner" ->
                agent == null
                        ? Outcome.refused("bulk.no_agent")
                        : Outcome.done(new BulkAction.ChangeOwner(new AgentId(agent)));
            case "responsible" ->
                agent == null
                        ? Outcome.refused("bulk.no_agent")
                        : Outcome.done(new BulkAction.ChangeResponsible(new AgentId(agent)));
            case "priority" ->
                priority == null
                        ? Outcome.refused("bulk.no_priority")
                        : Outcome.done(new BulkAction.Prioritise(priority));
            case "note" -> note();
            default -> throw new NotFound();
        };
    }

    private Outcome<BulkAction> note() {
        return Title.of(subject)
                .then(title -> Message.of(text)
                        .then(message -> Outcome.done(new BulkAction.Note(title, message, isVisible()))));
    }
}
