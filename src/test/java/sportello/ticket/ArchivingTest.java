package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;

/** Closed tickets leave the lists, and come back. */
@SportelloTest
@Transactional
class ArchivingTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Closing closing;

    @Autowired
    private Reopening reopening;

    @Autowired
    private Archiving archiving;

    @Autowired
    private TicketLists lists;

    @Autowired
    private Requests requests;

    @Autowired
    private CustomerTickets customerTickets;

    private Scene scene;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        scene = Scene.on(beans);
        number = scene.library();
    }

    @Test
    void what_is_archived_is_only_in_the_archive() {
        close(true);
        assertThat(listed(Stage.CLOSED)).contains(number);
        done(archiving.archive(number, scene.as(LAURA)));

        assertThat(listed(Stage.CLOSED)).doesNotContain(number);
        assertThat(listed(Stage.ARCHIVED)).contains(number);
        done(archiving.unarchive(number, scene.as(LAURA)));
        assertThat(listed(Stage.CLOSED)).contains(number);
        assertThat(listed(Stage.ARCHIVED)).doesNotContain(number);
        assertThat(scene.types(number)).endsWith("Closed", "Archived", "Unarchived");
    }

    @Test
    void what_is_archived_leaves_its_customers_lists_too_and_is_found_in_their_archive() {
        close(true);
        assertThat(requested(RequestStage.OVER)).contains(number);
        done(archiving.archive(number, scene.as(LAURA)));

        assertThat(requested(RequestStage.OVER)).doesNotContain(number);
        assertThat(requested(RequestStage.ARCHIVED)).contains(number);
        assertThat(asked(RequestStage.OVER)).doesNotContain(number);
        assertThat(asked(RequestStage.ARCHIVED)).contains(number);
        assertThat(requests.get(number, scene.cast().as(GIULIA)).line().number())
                .isEqualTo(number);
    }

    private List<TicketNumber> requested(RequestStage stage) {
        return requests.list(scene.cast().as(GIULIA), RequestScope.MINE, stage, null).lines().stream()
                .map(RequestLine::number)
                .toList();
    }

    private List<TicketNumber> asked(RequestStage stage) {
        var giulia = new AskedBy.Person(scene.cast().as(GIULIA).id());
        return customerTickets.list(giulia, stage, null, 50, scene.as(LAURA)).rows().stream()
                .map(TicketRow::number)
                .toList();
    }

    @Test
    void doing_it_twice_changes_nothing() {
        close(true);
        done(archiving.archive(number, scene.as(LAURA)));
        assertThat(done(archiving.archive(number, scene.as(LAURA)))).isEqualTo(Trace.NONE);
        done(archiving.unarchive(number, scene.as(LAURA)));
        assertThat(done(archiving.unarchive(number, scene.as(LAURA)))).isEqualTo(Trace.NONE);
    }

    @Test
    void what_is_not_closed_or_owes_its_cause_stays_in_sight() {
        assertThat(refusal(archiving.archive(number, scene.as(LAURA))).message())
                .isEqualTo("ticket.not_closed");
        close(false);
        assertThat(refusal(archiving.archive(number, scene.as(LAURA))).message())
                .isEqualTo("archive.owed");
    }

    @Test
    void who_only_reads_archives_nothing() {
        close(true);
        assertThat(refusal(archiving.archive(number, scene.as(NADIA))).message())
                .isEqualTo("ticket.no_permission");
    }

    @Test
    void what_is_opened_again_is_in_the_lists_again() {
        close(true);
        done(archiving.archive(number, scene.as(LAURA)));
        done(reopening.reopen(
                number, scene.version(number), new Title("Ancora"), new Message("È tornato."), false, scene.as(LAURA)));

        assertThat(listed(Stage.ACTIVE)).contains(number);
        assertThat(db.sql("select archived_at is null from ticket where number = :number")
                        .param("number", number.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void close(boolean successful) {
        done(closing.close(
                number,
                scene.version(number),
                successful ? State.CLOSED_SUCCESSFUL : State.CLOSED_UNSUCCESSFUL,
                new Title("Fine"),
                new Message("Fatto."),
                false,
                scene.as(LAURA)));
    }

    private List<TicketNumber> listed(Stage stage) {
        return lists.newest(scene.as(LAURA), new TicketFilter(Whose.ALL, stage, null), 50).rows().stream()
                .map(TicketRow::number)
                .toList();
    }
}
