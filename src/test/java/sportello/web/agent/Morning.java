package sportello.web.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.queue.QueueId;
import sportello.ticket.Priority;
import sportello.ticket.QueueCount;
import sportello.ticket.QueueCount.Count;
import sportello.ticket.State;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.TicketRow;

/** A morning's queues and tickets, to draw pages with. */
public final class Morning {
    public static final Instant NOW = Instant.parse("2026-11-23T08:45:00Z");

    public static final List<QueueCount> QUEUES = List.of(
            queue(1, "Amministrazione", true, 1, 9, 2),
            queue(2, "Energia", true, 0, 4, 0),
            queue(3, "Energia::Impianti termici", false, 3, 28, 6),
            queue(4, "Illuminazione", false, 0, 0, 0),
            queue(5, "Illuminazione::Guasti", false, 3, 17, 1),
            queue(6, "raw", false, 1, 0, 0));

    public static final List<TicketRow> FRESH = List.of(
            row(
                    85,
                    "Lampioni spenti in via Roma dopo il temporale",
                    State.NEW,
                    Priority.HIGH,
                    "Illuminazione::Guasti",
                    4),
            row(76, "Variazione orario biblioteca", State.NEW, Priority.NORMAL, "Energia::Impianti termici", 22),
            row(67, "Richiesta copia della fattura di ottobre", State.NEW, Priority.LOW, "Amministrazione", 61),
            row(
                    58,
                    "Caldaia della palestra in blocco",
                    State.NEW,
                    Priority.VERY_HIGH,
                    "Energia::Impianti termici",
                    130));

    public static final List<TicketRow> OPEN = List.of(
            row(31, "Sostituzione contatore scuola elementare", State.IN_PROGRESS, Priority.NORMAL, "Energia", 4_400),
            row(22, "Taratura sonde centro civico", State.OPEN, Priority.NORMAL, "Energia", 5_900),
            row(
                    12,
                    "Perdita d’acqua dalla centrale termica del municipio, il tecnico chiede la planimetria dei locali",
                    State.PENDING_REMINDER,
                    Priority.NORMAL,
                    "Energia",
                    9_000));

    private Morning() {}

    private static QueueCount queue(long id, String name, boolean subscribed, int fresh, int open, int reminders) {
        return new QueueCount(
                new QueueId(id),
                new GroupId(1),
                name,
                subscribed,
                new Count(1, 1, fresh),
                new Count(2, 3, open),
                reminders,
                0,
                fresh + open + reminders);
    }

    private static TicketRow row(int counter, String title, State state, Priority priority, String queue, int minutes) {
        return new TicketRow(
                new TicketId(counter),
                new TicketNumber("20261123100000" + counter),
                title,
                state,
                priority,
                counter % 2 == 0 ? null : "Guasto",
                counter % 2 == 0 ? "Energia › Calore" : null,
                queue,
                counter % 2 == 0 ? "Comune di Roccalba" : "Istituto Comprensivo Nord Valdorsa",
                counter % 2 == 0 ? "ROCCALBA" : "ICNORD",
                new AgentId(1),
                state == State.NEW ? null : "Laura Bassi",
                "Carla Neri",
                state == State.IN_PROGRESS ? NOW : null,
                state == State.PENDING_REMINDER ? NOW.plus(Duration.ofDays(2)) : null,
                NOW.minus(Duration.ofMinutes(minutes)),
                NOW.minus(Duration.ofMinutes(minutes / 2)));
    }
}
