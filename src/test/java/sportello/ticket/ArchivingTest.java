package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;

/** Closed tickets leave the lists, and come back. */
@SportelloTest
@Transactional
class ArchivingTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Closing closing;

    @Autowired
    private Reopening reopening;

    @Autowired
    private Archiving archiving;

    @Autowired
    private TicketLists lists;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        number = done(opening.byPortal(
                giulia,
                giulia.customer(),
                new Title(LibraryStory.TITLE),
                new Message(LibraryStory.TEXT),
                Uploads.NONE));
    }

    @Test
    void what_is_archived_is_only_in_the_archive() {
        close(true);
        assertThat(listed(Stage.CLOSED)).contains(number);
        done(archiving.archive(number, cast.as(LAURA)));

        assertThat(listed(Stage.CLOSED)).doesNotContain(number);
        assertThat(listed(Stage.ARCHIVED)).contains(number);
        done(archiving.unarchive(number, cast.as(LAURA)));
        assertThat(listed(Stage.CLOSED)).contains(number);
        assertThat(listed(Stage.ARCHIVED)).doesNotContain(number);
        assertThat(types()).endsWith("closed", "archived", "unarchived");
    }

    @Test
    void doing_it_twice_changes_nothing() {
        close(true);
        done(archiving.archive(number, cast.as(LAURA)));
        assertThat(done(archiving.archive(number, cast.as(LAURA)))).isEqualTo(Trace.NONE);
        done(archiving.unarchive(number, cast.as(LAURA)));
        assertThat(done(archiving.unarchive(number, cast.as(LAURA)))).isEqualTo(Trace.NONE);
    }

    @Test
    void what_is_not_closed_or_owes_its_cause_stays_in_sight() {
        assertThat(refusal(archiving.archive(number, cast.as(LAURA)))).isEqualTo("ticket.not_closed");
        close(false);
        assertThat(refusal(archiving.archive(number, cast.as(LAURA)))).isEqualTo("archive.owed");
    }

    @Test
    void who_only_reads_archives_nothing() {
        close(true);
        assertThat(refusal(archiving.archive(number, cast.as(NADIA)))).isEqualTo("ticket.no_permission");
    }

    @Test
    void what_is_opened_again_is_in_the_lists_again() {
        close(true);
        done(archiving.archive(number, cast.as(LAURA)));
        done(reopening.reopen(
                number, version(), new Title("Ancora"), new Message("È tornato."), false, cast.as(LAURA)));

        assertThat(listed(Stage.ACTIVE)).contains(number);
        assertThat(db.sql("select archived_at is null from ticket where number = :number")
                        .param("number", number.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void close(boolean successful) {
        done(closing.close(
                number, version(), successful, new Title("Fine"), new Message("Fatto."), false, cast.as(LAURA)));
    }

    private List<TicketNumber> listed(Stage stage) {
        return lists.newest(cast.as(LAURA), new TicketFilter(Whose.ALL, stage, null), 50).rows().stream()
                .map(TicketRow::number)
                .toList();
    }

    private List<String> types() {
        return db.sql("""
                select type
                  from ticket_history
                 where ticket_id = (select id from ticket where number = :number)
                 order by no
                """).param("number", number.value()).query(String.class).list();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    private static String refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var why)) return why.message();
        throw new AssertionError("not refused");
    }
}
