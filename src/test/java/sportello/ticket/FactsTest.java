package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.FieldId;
import sportello.field.FieldName;
import sportello.field.Option;
import sportello.field.Value;
import sportello.identity.Actor;
import sportello.queue.QueueId;

/** The history must be readable for ever: what is written today reads back as the same event. */
class FactsTest {
    private static final TicketId TICKET = new TicketId(105);
    private static final TicketId OTHER = new TicketId(106);
    private static final Instant DAY = Instant.parse("2026-12-01T07:00:00Z");
    private static final ArticleId ARTICLE = new ArticleId(7);
    private static final AgentId LAURA = new AgentId(1);
    private static final Actor BY = new Actor.ByAgent(LAURA);

    private static final FieldName FIELD = new FieldName(new FieldId(8), "Pod", "POD", "Meter");

    static Stream<TicketEvent> every_event() {
        return Stream.of(
                new TicketEvent.Opened(
                        TICKET,
                        new Actor.ByCustomerUser(new CustomerUserId(3)),
                        ARTICLE,
                        new QueueId(2),
                        LAURA,
                        null,
                        false,
                        "Biblioteche",
                        true),
                new TicketEvent.Locked(TICKET, BY, null),
                new TicketEvent.Released(TICKET, BY, LAURA),
                new TicketEvent.OwnerChanged(TICKET, BY, null, LAURA),
                new TicketEvent.ResponsibleChanged(TICKET, BY, LAURA, new AgentId(2)),
                new TicketEvent.Moved(TICKET, BY, new QueueId(1), new QueueId(2), null, LAURA),
                new TicketEvent.PriorityChanged(TICKET, BY, Priority.NORMAL, Priority.HIGH),
                new TicketEvent.TypeChanged(TICKET, BY, null, new Choice(4, "Guasto")),
                new TicketEvent.ServiceChanged(TICKET, BY, new Choice(5, "Acquedotto › Perdite"), null),
                new TicketEvent.FieldChanged(TICKET, BY, FIELD, null, new Value.Words("IT001E12345678")),
                new TicketEvent.FieldChanged(
                        TICKET,
                        BY,
                        FIELD,
                        new Value.Amount(new BigDecimal("12.50")),
                        new Value.Link("https://valle.example")),
                new TicketEvent.FieldChanged(
                        TICKET, BY, FIELD, new Value.Day(LocalDate.parse("2026-12-24")), new Value.Moment(DAY)),
                new TicketEvent.FieldChanged(
                        TICKET,
                        BY,
                        FIELD,
                        new Value.YesNo(true),
                        new Value.Chosen(List.of(new Option(3, "Rete › Perdite")))),
                new TicketEvent.StateChanged(TICKET, Actor.SYSTEM, State.NEW, State.IN_PROGRESS),
                new TicketEvent.Noted(TICKET, BY, ARTICLE, true),
                new TicketEvent.Called(TICKET, BY, ARTICLE, Call.RECEIVED),
                new TicketEvent.Answered(TICKET, BY, ARTICLE),
                new TicketEvent.Mailed(TICKET, BY, ARTICLE, false),
                new TicketEvent.Marked(TICKET, BY, ARTICLE, 3, true),
                new TicketEvent.Forwarded(TICKET, BY, ARTICLE, 3, true),
                new TicketEvent.Redirected(TICKET, BY, ARTICLE, 3),
                new TicketEvent.SentInClear(TICKET, BY, ARTICLE, 3),
                new TicketEvent.Resent(TICKET, BY, ARTICLE, "ditta@neri.example"),
                new TicketEvent.Recalled(TICKET, BY, ARTICLE, 3),
                new TicketEvent.FollowedUp(TICKET, BY, ARTICLE, true),
                new TicketEvent.MailCame(TICKET, Actor.SYSTEM, ARTICLE, "Ditta Neri <ditta@neri.example>", true, false),
                new TicketEvent.Bounced(
                        TICKET, Actor.SYSTEM, ARTICLE, "ditta@neri.example", "<a.ticket-1@valle.example>"),
                new TicketEvent.Undelivered(
                        TICKET, Actor.SYSTEM, ARTICLE, "ditta@neri.example", "550 5.1.1 no such user"),
                new TicketEvent.AutoAnswered(TICKET, Actor.SYSTEM, "ditta@neri.example"),
                new TicketEvent.Closed(TICKET, BY, ARTICLE, false, true),
                new TicketEvent.Postponed(TICKET, BY, State.PENDING_REMINDER, DAY, ARTICLE, State.OPEN),
                new TicketEvent.Resumed(TICKET, BY),
                new TicketEvent.ReminderReached(TICKET, Actor.SYSTEM, DAY, true),
                new TicketEvent.Reopened(TICKET, BY, ARTICLE, true),
                new TicketEvent.Ascertained(TICKET, BY, "Altro", "Il pezzo manca.", "", LocalDate.parse("2026-12-24")),
                new TicketEvent.CustomerChanged(TICKET, BY, null, null, new CustomerId(4), new CustomerUserId(3)),
                new TicketEvent.Archived(TICKET, BY),
                new TicketEvent.Unarchived(TICKET, BY),
                new TicketEvent.PersonErased(TICKET, BY, new CustomerUserId(3), Map.of(2, "ab")),
                new TicketEvent.Emptied(TICKET, BY, Map.of(2, "ab")),
                new TicketEvent.Watched(TICKET, BY),
                new TicketEvent.Unwatched(TICKET, BY),
                new TicketEvent.Linked(TICKET, BY, OTHER, Kinship.PARENT),
                new TicketEvent.Unlinked(TICKET, BY, OTHER),
                new TicketEvent.Split(TICKET, BY, OTHER, ARTICLE),
                new TicketEvent.Merged(TICKET, BY, OTHER, true, ARTICLE),
                new TicketEvent.MergeUndone(TICKET, BY, OTHER, false, ARTICLE));
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void every_event_reads_back_as_it_was(TicketEvent event) {
        assertThat(Facts.read(Facts.of(event))).isEqualTo(event);
        assertThat(Facts.of(event)).contains("\"type\":\"" + Facts.type(event) + "\"");
    }

    @Test
    void the_stored_form_stays_as_it_is() {
        assertThat(Facts.of(new TicketEvent.Locked(TICKET, BY, null)))
                .isEqualTo("{\"type\":\"locked\",\"ticket\":105,\"by\":{\"kind\":\"agent\",\"id\":1},\"before\":null}");
    }

    @Test
    void a_line_of_before_reads_without_what_was_not_noted_then() {
        var old =
                "{\"type\":\"bounced\",\"ticket\":105,\"by\":{\"kind\":\"system\"},\"article\":7,\"address\":\"a@b.example\"}";
        assertThat(Facts.read(old))
                .isEqualTo(new TicketEvent.Bounced(TICKET, Actor.SYSTEM, ARTICLE, "a@b.example", null));
    }

    @Test
    void there_is_an_example_of_each_kind() {
        assertThat(every_event().map(Object::getClass).distinct().count())
                .isEqualTo(TicketEvent.class.getPermittedSubclasses().length);
    }
}
