package sportello.web.admin;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import sportello.ticket.KeptLimit;
import sportello.ticket.Limit;
import sportello.ticket.Limit.Bound;
import sportello.ticket.Status;
import sportello.ticket.Work;

/**
 * A limit as somebody typed it.
 *
 * @param seen the version of the limit that is corrected, 0 for a new one
 */
public record LimitForm(int seen, Limit limit, boolean valid) {
    static final LimitForm BLANK = new LimitForm(0, new Limit("", Limit.When.ANY, Limit.Then.NOTHING), true);

    static LimitForm of(KeptLimit kept) {
        return new LimitForm(kept.version(), kept.limit(), kept.valid());
    }

    static LimitForm read(Sent sent) {
        return new LimitForm(
                sent.number("version"), new Limit(sent.text("name"), when(sent), then(sent)), sent.ticked("valid"));
    }

    private static Limit.When when(Sent sent) {
        return new Limit.When(
                sent.ticks("queue"),
                sent.ticks("type"),
                sent.ticks("service"),
                states(sent, "state"),
                levels(sent, "priority"),
                Arrays.stream(sent.text("customers").split("[,;\\s]+"))
                        .filter(code -> !code.isBlank())
                        .collect(Collectors.toSet()),
                sent.ticks("role"));
    }

    private static Limit.Then then(Sent sent) {
        return new Limit.Then(
                sent.ticks("work", Work.class),
                new Bound<>(sent.ticked("only_states"), states(sent, "to_state")),
                new Bound<>(sent.ticked("only_priorities"), levels(sent, "to_priority")),
                new Bound<>(sent.ticked("only_types"), sent.ticks("to_type")),
                new Bound<>(sent.ticked("only_services"), sent.ticks("to_service")),
                new Bound<>(sent.ticked("only_queues"), sent.ticks("to_queue")));
    }

    private static Set<Status> states(Sent sent, String field) {
        return sent.all(field).stream().flatMap(key -> Status.of(key).stream()).collect(Collectors.toSet());
    }

    private static Set<Integer> levels(Sent sent, String field) {
        return sent.ticks(field).stream().map(Long::intValue).collect(Collectors.toSet());
    }

    public String customers() {
        return limit.when().customers().stream().sorted().collect(Collectors.joining(", "));
    }
}
