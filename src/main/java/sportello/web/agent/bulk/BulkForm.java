package sportello.web.agent.bulk;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.bulk.BulkAction;
import sportello.bulk.StartingBulk;
import sportello.queue.QueueId;
import sportello.ticket.DraftKind;
import sportello.ticket.Message;
import sportello.ticket.Priority;
import sportello.ticket.Status;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Work;
import sportello.web.NotFound;
import sportello.web.agent.ticket.PendingForm;

/**
 * What somebody wants to do to many tickets, kept as it was typed until it is in order.
 *
 * @param action one of {@link #USUAL} or {@link #FURTHER}
 * @param ticket the numbers of the tickets
 * @param type the id of a type, 0 for none, null for whatever each has; so is {@code service}
 * @param state what happens when they have waited until {@code date} and {@code time}
 * @param end the key of the state in which they are closed
 * @param other the number of the ticket into which they go, or with which they are linked
 * @param fields what the house's own are to say, by their keys
 * @param from the list from which they were chosen
 */
public record BulkForm(
        String action,
        List<String> ticket,
        @Nullable Long queue,
        @Nullable Long agent,
        @Nullable Priority priority,
        @Nullable Long type,
        @Nullable Long service,
        String subject,
        String text,
        @Nullable Boolean visible,
        String state,
        String date,
        String time,
        String end,
        String other,
        Map<String, String> fields,
        String from) {
    /** What is done every day, in the order of the bar. */
    public static final List<String> USUAL = List.of("lock", "move", "pending", "close");

    /** What stands behind "Altro". */
    public static final List<String> FURTHER = List.of(
            "release",
            "owner",
            "responsible",
            "priority",
            "type",
            "fields",
            "note",
            "watch",
            "unwatch",
            "reopen",
            "archive",
            "merge",
            "link");

    /** All of them. */
    public static final List<String> ACTIONS =
            Stream.concat(USUAL.stream(), FURTHER.stream()).toList();

    public static final int MOST = StartingBulk.MOST;

    public BulkForm(
            @Nullable String action,
            @Nullable List<String> ticket,
            @Nullable Long queue,
            @Nullable Long agent,
            @Nullable Priority priority,
            @Nullable Long type,
            @Nullable Long service,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Boolean visible,
            @Nullable String state,
            @Nullable String date,
            @Nullable String time,
            @Nullable String end,
            @Nullable String other,
            @Nullable Map<String, String> fields,
            @Nullable String from) {
        this.action = orEmpty(action);
        this.ticket = ticket == null ? List.of() : List.copyOf(ticket);
        this.queue = queue;
        this.agent = agent;
        this.priority = priority;
        this.type = type;
        this.service = service;
        this.subject = orEmpty(subject);
        this.text = orEmpty(text);
        this.visible = visible;
        this.state = orEmpty(state);
        this.date = orEmpty(date);
        this.time = orEmpty(time);
        this.end = orEmpty(end);
        this.other = orEmpty(other);
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
        this.from = orEmpty(from);
    }

    /** The form for these tickets, before anything was typed. */
    static BulkForm blank(String action, List<TicketNumber> tickets, String from) {
        var numbers = tickets.stream().map(TicketNumber::value).toList();
        return new BulkForm(
                action, numbers, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                from);
    }

    /** The same with what was typed into it before. */
    BulkForm with(Map<String, String> content) {
        return new BulkForm(
                action,
                ticket,
                queue,
                agent,
                priority,
                type,
                service,
                content.get("subject"),
                content.get("text"),
                Boolean.valueOf(content.get("visible")),
                state,
                date,
                time,
                content.get("end"),
                other,
                fields,
                from);
    }

    /** What was written, to be kept; the tickets are chosen anew. */
    Map<String, String> content() {
        var content = new HashMap<>(Map.of("subject", subject, "text", text, "visible", "" + isVisible()));
        if (!end.isEmpty()) content.put("end", end);
        return content;
    }

    /** As what its draft is kept, if anything is written in it. */
    public Optional<DraftKind> draft() {
        return DraftKind.of("bulk_" + action);
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

    /** The key without which it could only fail. */
    public static Permission key(String action) {
        var work = switch (action) {
            case "lock" -> Work.LOCK;
            case "release" -> Work.RELEASE;
            case "watch", "unwatch" -> Work.WATCH;
            default -> work(action).orElseThrow();
        };
        return work.permission();
    }

    /** What it does to each of them, as far as a limit can forbid that. */
    Optional<Work> work() {
        return work(action);
    }

    private static Optional<Work> work(String action) {
        return switch (action) {
            case "move" -> Optional.of(Work.MOVE);
            case "owner" -> Optional.of(Work.CHANGE_OWNER);
            case "responsible" -> Optional.of(Work.CHANGE_RESPONSIBLE);
            case "priority" -> Optional.of(Work.PRIORITISE);
            case "type", "fields" -> Optional.of(Work.CLASSIFY);
            case "note" -> Optional.of(Work.ANNOTATE);
            case "pending" -> Optional.of(Work.POSTPONE);
            case "close" -> Optional.of(Work.CLOSE);
            case "reopen" -> Optional.of(Work.REOPEN);
            case "archive" -> Optional.of(Work.ARCHIVE);
            case "merge" -> Optional.of(Work.MERGE);
            case "link" -> Optional.of(Work.LINK);
            default -> Optional.empty();
        };
    }

    /** @param now in the time zone of whoever typed it */
    Outcome<BulkAction> read(ZonedDateTime now) {
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
            case "type" ->
                type == null && service == null
                        ? Outcome.refused("bulk.no_class")
                        : Outcome.done(new BulkAction.Classify(type, service));
            case "fields" -> fillingIn();
            case "note" -> note();
            case "watch" -> Outcome.done(new BulkAction.Watch());
            case "unwatch" -> Outcome.done(new BulkAction.Unwatch());
            case "pending" ->
                PendingForm.of(0, state, date, time)
                        .read(now)
                        .then(wait -> Outcome.done(new BulkAction.Postpone(wait.state(), wait.until())));
            case "close" -> Status.closed(end).map(this::closing).orElseGet(() -> Outcome.refused("bulk.no_success"));
            case "reopen" -> reopening();
            case "archive" -> Outcome.done(new BulkAction.Archive());
            case "merge" -> otherTicket().then(into -> Outcome.done(new BulkAction.Merge(into)));
            case "link" -> otherTicket().then(kin -> Outcome.done(new BulkAction.Link(kin)));
            default -> throw new NotFound();
        };
    }

    private Outcome<BulkAction> fillingIn() {
        var filled = new HashMap<>(fields);
        filled.values().removeIf(words -> words.replace(",", "").isBlank());
        return filled.isEmpty() ? Outcome.refused("bulk.no_field") : Outcome.done(new BulkAction.FillIn(filled));
    }

    private Outcome<BulkAction> note() {
        return Title.of(subject)
                .then(title -> Message.of(text)
                        .then(message -> Outcome.done(new BulkAction.Note(title, message, isVisible()))));
    }

    private Outcome<BulkAction> closing(Status closed) {
        return Title.of(subject)
                .then(title -> Message.of(text)
                        .then(message -> Outcome.done(new BulkAction.Close(closed, title, message, isVisible()))));
    }

    private Outcome<BulkAction> reopening() {
        return Title.of(subject)
                .then(title -> Message.of(text)
                        .then(message -> Outcome.done(new BulkAction.Reopen(title, message, isVisible()))));
    }

    private Outcome<TicketNumber> otherTicket() {
        return TicketNumber.typed(other.strip()).map(Outcome::done).orElseGet(() -> Outcome.refused("bulk.no_other"));
    }
}
