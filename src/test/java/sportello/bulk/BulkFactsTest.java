package sportello.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sportello.agent.AgentId;
import sportello.base.Refusal;
import sportello.queue.QueueId;
import sportello.ticket.Message;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;

class BulkFactsTest {

    @Test
    void every_action_comes_back_as_it_was_kept() {
        for (var action : List.of(
                new BulkAction.Lock(),
                new BulkAction.Release(),
                new BulkAction.Move(new QueueId(3)),
                new BulkAction.ChangeOwner(new AgentId(4)),
                new BulkAction.ChangeResponsible(new AgentId(5)),
                new BulkAction.Prioritise(Priority.HIGH),
                new BulkAction.Classify(4L, null),
                new BulkAction.Classify(0L, 5L),
                new BulkAction.FillIn(Map.of("Pod", "IT001E1")),
                new BulkAction.Unwatch(),
                new BulkAction.Note(new Title("Verifica"), new Message("Passa lunedì."), true),
                new BulkAction.Watch(),
                new BulkAction.Postpone(State.PENDING_REMINDER, Instant.parse("2026-12-01T07:00:00Z")),
                new BulkAction.Close(
                        State.CLOSED_UNSUCCESSFUL, new Title("Chiusura"), new Message("Fuori contratto."), true),
                new BulkAction.Reopen(new Title("Riapertura"), new Message("Il guasto è tornato."), false),
                new BulkAction.Archive(),
                new BulkAction.Merge(new TicketNumber("2026112310000076")),
                new BulkAction.Link(new TicketNumber("2026112310000076")),
                new BulkAction.Undo(new BulkId(6)))) {
            assertThat(BulkFacts.action(BulkFacts.of(action))).isEqualTo(action);
        }
    }

    @Test
    void what_is_stored_reads_as_it_will_for_ever() {
        assertThat(BulkFacts.of(new BulkAction.Move(new QueueId(3)))).isEqualTo("{\"type\":\"move\",\"queue\":3}");
        assertThat(BulkFacts.of(new BulkAction.Undo(new BulkId(6)))).isEqualTo("{\"type\":\"undo\",\"bulk\":6}");
        assertThat(BulkFacts.action("{\"type\":\"type\",\"wanted\":4}")).isEqualTo(new BulkAction.Classify(4L, null));
    }

    @Test
    void a_refusal_comes_back_with_its_names_numbers_and_times() {
        var why = new Refusal("ticket.held", "Mario Ferri", Instant.parse("2026-11-23T09:04:00Z"), 7);

        assertThat(BulkFacts.refusal(BulkFacts.of(why))).isEqualTo(why);
    }
}
