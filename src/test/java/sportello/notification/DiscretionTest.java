package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Place;

/** What is said inside the house is not written to the customer: a canary in every internal text must never be heard. */
@SportelloTest
@Transactional
class DiscretionTest {
    private static final String CANARY = "canarino-7f3a";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Test
    void no_internal_text_ever_stands_in_a_customer_s_letter() {
        switchEverythingOn();
        var library = aWholeLifeWithCanaries();
        var letters = new Mailbox(db).toTheCustomer(library.id());
        assertThat(letters).hasSizeGreaterThan(10);
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.subject()).doesNotContain(CANARY);
            assertThat(letter.textBody()).doesNotContain(CANARY);
            assertThat(letter.htmlBody()).doesNotContain(CANARY);
        });
    }

    @Test
    void the_desk_reads_the_internal_texts() {
        var library = aWholeLifeWithCanaries();
        assertThat(db.sql("""
                        select count(*)
                          from letter l
                          join notification n on n.letter_id = l.id and n.ticket_id = :ticket
                         where l.text_body like '%' || :canary || '%'
                           and n.agent_id is not null
                        """)
                        .param("ticket", library.id().value())
                        .param("canary", CANARY)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_customer_s_letter_names_neither_queue_nor_responsible() {
        switchEverythingOn();
        var library = aWholeLifeWithCanaries();
        assertThat(new Mailbox(db).toTheCustomer(library.id()))
                .allSatisfy(letter -> assertThat(letter.textBody())
                        .doesNotContain("Impianti termici", "Guasti", "Carla", "AgentTicketZoom"));
    }

    private Story aWholeLifeWithCanaries() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        library.noted("Nota interna " + CANARY, false, LAURA);
        library.noted("Nota per il cliente", true, LAURA);
        library.answered("Quale fascia oraria?", LAURA);
        library.followedUp("Il pomeriggio.", GIULIA);
        library.released(LAURA);
        library.followedUp("Avete novità?", GIULIA);
        library.givenTo(MARIO, LAURA);
        library.answeredForBy(LAURA, MARIO);
        library.answeredForBy(CARLA, LAURA);
        library.movedTo(Place.GUASTI, LAURA);
        library.closed(false, "Motivo interno " + CANARY, false, MARIO);
        library.followedUp("Perché?", GIULIA);
        library.closed(true, "Secondo motivo interno " + CANARY, false, MARIO);
        return library;
    }

    private void switchEverythingOn() {
        db.sql("update notification_rule set enabled = true").update();
    }
}
