package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;

/** What stands under the bell: what one was told, and only that. */
@SportelloTest
@Transactional
class InboxTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Inbox inbox;

    @BeforeEach
    void nobody_was_told_anything() {
        Cast.withoutLetters(db);
    }

    @Test
    void who_is_told_by_letter_finds_it_under_the_bell() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        library.followedUp("Anche il sabato mattina.", GIULIA);
        var lauras = inbox.latest(library.cast().as(LAURA));
        assertThat(lauras)
                .extracting(InboxLine::occasion)
                .as("her own lock is no news to her")
                .containsExactly(Occasion.FOLLOWED_UP, Occasion.OPENED_UNOWNED);
        assertThat(lauras.getFirst().ticket()).isEqualTo(library.number());
        assertThat(lauras.getFirst().title()).isEqualTo(LibraryStory.TITLE);
        assertThat(lauras.getFirst().actor()).isEqualTo("Giulia Moretti");
        assertThat(inbox.unread(library.cast().as(LAURA))).isEqualTo(2);
        assertThat(inbox.unread(library.cast().as(NADIA))).isZero();
    }

    @Test
    void one_is_read_by_its_reader_alone() {
        var library = Story.ofTheLibrary(beans);
        var laura = library.cast().as(LAURA);
        var mario = library.cast().as(MARIO);
        var id = inbox.latest(laura).getFirst().id();
        inbox.read(id, mario);
        assertThat(inbox.unread(laura)).isEqualTo(1);
        inbox.read(id, laura);
        assertThat(inbox.unread(laura)).isZero();
        assertThat(inbox.latest(laura).getFirst().read()).isTrue();
        assertThat(inbox.unread(mario)).isEqualTo(1);
    }

    @Test
    void who_opens_a_ticket_has_read_what_was_told_of_it_and_no_more() {
        var library = Story.ofTheLibrary(beans);
        Story.ofTheStreetLamp(beans);
        var carla = library.cast().as(CARLA);
        assertThat(inbox.unread(carla)).isEqualTo(2);
        inbox.readAbout(library.number(), carla);
        assertThat(inbox.unread(carla)).isEqualTo(1);
    }

    @Test
    void all_can_be_read_at_once() {
        var library = Story.ofTheLibrary(beans);
        Story.ofTheStreetLamp(beans);
        var carla = library.cast().as(CARLA);
        inbox.readAll(carla);
        assertThat(inbox.unread(carla)).isZero();
        assertThat(inbox.unread(library.cast().as(LAURA))).isEqualTo(1);
    }

    @Test
    void a_ticket_that_one_may_no_longer_see_is_gone_from_the_bell_too() {
        var library = Story.ofTheLibrary(beans);
        var cast = library.cast();
        db.sql("delete from agent_permission where agent_id = :laura")
                .param("laura", cast.id(LAURA).value())
                .update();
        assertThat(inbox.latest(cast.as(LAURA))).isEmpty();
        assertThat(inbox.unread(cast.as(LAURA))).isZero();
    }
}
