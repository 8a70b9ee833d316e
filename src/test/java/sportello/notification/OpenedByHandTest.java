package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.CARLA;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.ticket.Asking;
import sportello.ticket.Beginning;
import sportello.ticket.DeskRequest;
import sportello.ticket.HistoryId;
import sportello.ticket.Message;
import sportello.ticket.OpeningByHand;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.Submission;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Who is told when an agent opens a ticket for a customer: as at every opening, but who wrote or is written to knows. */
@SportelloTest
@Transactional
class OpenedByHandTest {
    private static final Message TEXT = new Message("Il lampione di via Roma è spento.");

    @Autowired
    private JdbcClient db;

    @Autowired
    private OpeningByHand opening;

    @Autowired
    private Ledger ledger;

    @Test
    void who_called_is_mailed_that_the_request_was_taken_down_and_finds_it_among_the_articles() {
        var number = done(opening.byPhone(lamp(), submission(), Cast.onStage(db).as(CARLA)));
        assertThat(new Told(ledger).of(opened(number)))
                .containsExactly("Paolo Galli: customer_user", "Mario Ferri: owner");
        assertThat(new Told(ledger).notOf(opened(number))).containsExactly("Carla Neri: responsible, actor");
        assertThat(events(number)).isEqualTo("phone,email");
    }

    @Test
    void who_gets_the_mail_itself_is_not_told_of_it_too() {
        var number = done(opening.byMail(lamp(), submission(), Cast.onStage(db).as(CARLA)));
        assertThat(new Told(ledger).of(opened(number))).containsExactly("Mario Ferri: owner");
        assertThat(new Told(ledger).notOf(opened(number)))
                .containsExactly("Paolo Galli: customer_user, written_to", "Carla Neri: responsible, actor");
        assertThat(events(number)).isEqualTo("email");
    }

    private DeskRequest lamp() {
        var cast = Cast.onStage(db);
        return new DeskRequest(
                new Asking.Known(cast.id(PAOLO), cast.as(PAOLO).customer()),
                cast.id(Place.GUASTI),
                null,
                null,
                new Beginning(State.NEW, null),
                Priority.NORMAL,
                new Title("Lampione spento"),
                TEXT,
                Uploads.NONE);
    }

    private static Submission submission() {
        return Submission.of(java.util.UUID.randomUUID(), "Lampione spento", TEXT, Uploads.NONE);
    }

    private HistoryId opened(TicketNumber number) {
        return new HistoryId(
                db.sql("""
                select h.id
                  from ticket_history h
                  join ticket t on t.id = h.ticket_id
                 where t.number = :number
                   and h.type = 'opened'
                """).param("number", number.value()).query(Long.class).single());
    }

    /** The ways in which the articles came or went, the first one first. */
    private String events(TicketNumber number) {
        return db.sql("""
                select string_agg(a.channel, ',' order by a.no)
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).single();
    }

    private static TicketNumber done(Outcome<TicketNumber> outcome) {
        return switch (outcome) {
            case Outcome.Done<TicketNumber>(var number) -> number;
            case Outcome.Refused<TicketNumber>(var why) -> throw new AssertionError("refused: " + why);
        };
    }
}
