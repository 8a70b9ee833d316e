package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import sportello.cast.Operator;

/** The short lists on a desk, all read together. */
@SportelloTest
@Transactional
class DeskListsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Releasing releasing;

    @Autowired
    private Desk desk;

    @Autowired
    private TicketLists lists;

    @Autowired
    private Clock clock;

    private Cast cast;

    @BeforeEach
    void the_cast_stands_before_an_empty_desk() {
        cast = Cast.alone(db);
    }

    @Test
    void several_lists_come_together_each_with_its_own_tickets() {
        var lamp = lamp();
        var library = library();
        locking.lock(library, cast.as(MARIO));

        var lists = desk.lists(
                List.of(
                        new DeskAsk(DeskList.LOCKED, Whose.ALL, 5),
                        new DeskAsk(DeskList.NEW, Whose.ALL, 5),
                        new DeskAsk(DeskList.OPEN, Whose.MINE, 5),
                        new DeskAsk(DeskList.REMINDERS, Whose.ALL, 5)),
                today(),
                cast.as(MARIO));

        assertThat(numbers(lists.get(DeskList.NEW))).containsExactly(lamp);
        assertThat(numbers(lists.get(DeskList.OPEN))).containsExactly(library);
        assertThat(numbers(lists.get(DeskList.LOCKED))).containsExactly(library);
        assertThat(lists.get(DeskList.LOCKED).total()).isEqualTo(1);
        assertThat(lists.get(DeskList.REMINDERS)).isEqualTo(DeskRows.NONE);
        assertThat(lists).hasSize(4);
        assertThat(desk.lists(List.of(), today(), cast.as(MARIO))).isEmpty();
    }

    @Test
    void a_list_is_cut_where_it_is_wanted_and_says_how_many_there_are() {
        var first = lamp();
        var second = lamp();
        var third = lamp();
        for (var number : List.of(first, second, third)) locking.lock(number, cast.as(MARIO));

        var locked = list(MARIO, DeskList.LOCKED, Whose.ALL, 2);

        assertThat(numbers(locked)).containsExactly(third, second);
        assertThat(locked.total()).isEqualTo(3);
        assertThat(locked.more()).isTrue();
        assertThat(list(MARIO, DeskList.LOCKED, Whose.ALL, 3).more()).isFalse();
    }

    @Test
    void locked_are_those_that_somebody_holds_now() {
        var lamp = lamp();
        locking.lock(lamp, cast.as(MARIO));
        assertThat(numbers(MARIO, DeskList.LOCKED)).containsExactly(lamp);
        assertThat(numbers(CARLA, DeskList.LOCKED)).isEmpty();

        releasing.release(lamp, cast.as(MARIO));
        assertThat(numbers(MARIO, DeskList.LOCKED)).isEmpty();
    }

    @Test
    void the_responsible_sees_what_is_in_progress() {
        var lamp = lamp();
        var library = library();
        closed(library, 7, CARLA);

        assertThat(numbers(CARLA, DeskList.RESPONSIBLE)).containsExactly(lamp);
        assertThat(numbers(MARIO, DeskList.RESPONSIBLE)).isEmpty();
    }

    @Test
    void reminders_are_due_until_midnight_where_the_viewer_is_the_most_overdue_first() {
        var midnight = today().plusDays(1).atStartOfDay(ROME).toInstant();
        var tomorrow = reminded(midnight);
        var tonight = reminded(midnight.minusSeconds(1));
        var lastYear = reminded(midnight.minusSeconds(31_000_000));

        assertThat(numbers(MARIO, DeskList.REMINDERS))
                .containsExactly(lastYear, tonight)
                .doesNotContain(tomorrow);
        assertThat(numbers(CARLA, DeskList.REMINDERS)).containsExactly(lastYear, tonight);
        assertThat(numbers(PIERO, DeskList.REMINDERS)).isEmpty();
    }

    @Test
    void all_of_a_short_list_stands_in_a_list_of_its_own() {
        var midnight = today().plusDays(1).atStartOfDay(ROME).toInstant();
        reminded(midnight);
        reminded(midnight.minusSeconds(1));
        locking.lock(library(), cast.as(MARIO));
        closed(lamp(), 8, CARLA);
        closed(lamp(), 8, null);
        closed(lamp(), 8, MARIO);
        for (var who : List.of(MARIO, CARLA)) {
            assertSameRows(who, DeskList.LOCKED, FixedView.LOCKED);
            assertSameRows(who, DeskList.REMINDERS, FixedView.REMINDERS);
            assertSameRows(who, DeskList.UNASCERTAINED, FixedView.DUTIES);
        }
        assertThat(numbers(CARLA, DeskList.UNASCERTAINED)).hasSize(2);
    }

    private void assertSameRows(Operator who, DeskList list, FixedView view) {
        var filter = new TicketFilter(Whose.ALL, Stage.ACTIVE, null, view, Narrowing.NONE);
        assertThat(lists.newest(cast.as(who), filter, 50).rows())
                .as(list.key())
                .extracting(TicketRow::number)
                .containsExactlyInAnyOrderElementsOf(numbers(who, list));
    }

    @Test
    void closings_without_success_wait_for_the_responsible_or_for_anybody() {
        var hers = lamp();
        var nobodys = lamp();
        var successful = lamp();
        closed(hers, 8, CARLA);
        closed(nobodys, 8, null);
        closed(successful, 7, CARLA);

        assertThat(numbers(CARLA, DeskList.UNASCERTAINED)).containsExactlyInAnyOrder(hers, nobodys);
        assertThat(numbers(MARIO, DeskList.UNASCERTAINED)).containsExactly(nobodys);

        db.sql("update ticket set ascertained_at = closed_at where number = :number")
                .param("number", hers.value())
                .update();
        assertThat(numbers(CARLA, DeskList.UNASCERTAINED)).containsExactly(nobodys);
    }

    @Test
    void no_list_holds_what_the_viewer_may_not_see() {
        var lamp = lamp();
        closed(library(), 8, null);
        db.sql("update ticket set responsible_id = :laura where number = :number")
                .param("laura", cast.id(LAURA).value())
                .param("number", lamp.value())
                .update();

        assertThat(numbers(LAURA, DeskList.RESPONSIBLE)).isEmpty();
        assertThat(list(LAURA, DeskList.RESPONSIBLE, Whose.ALL, 5).total()).isZero();
        assertThat(numbers(LAURA, DeskList.NEW)).isEmpty();
        assertThat(numbers(PIERO, DeskList.NEW)).containsExactly(lamp);
        assertThat(numbers(PIERO, DeskList.UNASCERTAINED)).isEmpty();
    }

    @Test
    void the_tabs_narrow_a_list() {
        var lamp = lamp();
        var library = library();

        assertThat(numbers(list(MARIO, DeskList.NEW, Whose.MINE, 5))).containsExactly(lamp);
        assertThat(numbers(list(CARLA, DeskList.NEW, Whose.RESPONSIBLE, 5))).containsExactly(library, lamp);
        assertThat(numbers(list(MARIO, DeskList.NEW, Whose.QUEUES, 5))).isEmpty();
    }

    private DeskRows list(Operator who, DeskList list, Whose whose, int most) {
        var asks = List.of(new DeskAsk(list, whose, most));
        return desk.lists(asks, today(), cast.as(who)).get(list);
    }

    private List<TicketNumber> numbers(Operator who, DeskList list) {
        return numbers(list(who, list, Whose.ALL, 50));
    }

    private static List<TicketNumber> numbers(DeskRows rows) {
        return rows.rows().stream().map(TicketRow::number).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ROME);
    }

    private TicketNumber reminded(Instant until) {
        var number = lamp();
        db.sql("""
                update ticket
                   set state_id = 4, state_type = 'pending_reminder', pending_until = :until
                 where number = :number
                """)
                .param("until", Timestamp.from(until))
                .param("number", number.value())
                .update();
        return number;
    }

    private void closed(TicketNumber number, int state, @org.jspecify.annotations.Nullable Operator responsible) {
        db.sql("""
                update ticket
                   set state_id = :state, state_type = 'closed', closed_at = :now, responsible_id = :responsible
                 where number = :number
                """)
                .param("state", state)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "responsible",
                        responsible == null ? null : cast.id(responsible).value())
                .param("number", number.value())
                .update();
    }

    private TicketNumber lamp() {
        return open("Lampione spento", "Il lampione di via Roma è spento.");
    }

    private TicketNumber library() {
        return open(LibraryStory.TITLE, LibraryStory.TEXT);
    }

    private TicketNumber open(String title, String text) {
        var giulia = cast.as(GIULIA);
        return value(opening.byPortal(
                giulia, giulia.customer(), value(Title.of(title)), value(Message.of(text)), Uploads.NONE));
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }
}
