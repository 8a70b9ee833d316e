package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
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
import sportello.cast.Place;
import sportello.queue.QueueId;

/** What the dashboard and the lists read (S29 to S33), in a real database. */
@SportelloTest
@Transactional
class DeskTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Closing closing;

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
    void queues_stand_in_the_order_of_the_tree_and_only_where_the_viewer_may_look() {
        assertThat(desk.queues(cast.as(LAURA)))
                .extracting(QueueCount::name)
                .containsExactly("Energia", "Energia::Impianti termici", "Illuminazione");
        assertThat(desk.queues(cast.as(PIERO))).extracting(QueueCount::name).containsExactly("Illuminazione::Guasti");
    }

    @Test
    void what_is_new_counts_for_those_whom_it_concerns() {
        lamp();
        lamp();

        var forMario = guasti(MARIO);
        assertThat(forMario.fresh()).isEqualTo(new QueueCount.Count(2, 0, 2));
        assertThat(guasti(CARLA).fresh()).isEqualTo(new QueueCount.Count(0, 2, 2));
        assertThat(forMario.total()).isEqualTo(2);
        assertThat(forMario.of(Stage.NEW)).isEqualTo(2);
    }

    @Test
    void a_ticket_in_hand_is_open_and_a_closed_one_is_no_longer_counted() {
        var first = lamp();
        lamp();
        locking.lock(first, cast.as(MARIO));

        assertThat(guasti(MARIO).fresh().all()).isEqualTo(1);
        assertThat(guasti(MARIO).open()).isEqualTo(new QueueCount.Count(1, 0, 1));

        close(first);

        assertThat(guasti(MARIO).total()).isEqualTo(1);
        assertThat(guasti(MARIO).of(Stage.CLOSED)).isZero();
    }

    @Test
    void a_subscription_makes_a_queue_one_of_mine() {
        lamp();
        assertThat(guasti(MARIO).subscribed()).isFalse();
        assertThat(numbers(MARIO, Whose.QUEUES, Stage.ACTIVE)).isEmpty();

        db.sql("insert into queue_subscription (agent_id, queue_id) values (:agent, :queue)")
                .param("agent", cast.id(MARIO).value())
                .param("queue", cast.id(Place.GUASTI).value())
                .update();

        assertThat(guasti(MARIO).subscribed()).isTrue();
        assertThat(numbers(MARIO, Whose.QUEUES, Stage.ACTIVE)).hasSize(1);
    }

    @Test
    void the_week_counts_days_in_the_viewers_zone() {
        var today = LocalDate.ofInstant(clock.instant(), cast.as(MARIO).zone());
        var before = desk.weekUntil(today, cast.as(MARIO)).getLast();
        close(lamp());
        lamp();

        var week = desk.weekUntil(today, cast.as(MARIO));

        assertThat(week)
                .extracting(DayCount::day)
                .startsWith(today.minusDays(6))
                .endsWith(today)
                .hasSize(7);
        assertThat(week.getLast().created()).isEqualTo(before.created() + 2);
        assertThat(week.getLast().closed()).isEqualTo(before.closed() + 1);
    }

    @Test
    void lists_hold_what_the_tab_says() {
        var lamp = lamp();
        var library = library();

        assertThat(numbers(MARIO, Whose.ALL, Stage.NEW)).containsExactly(library, lamp);
        assertThat(numbers(MARIO, Whose.MINE, Stage.NEW)).containsExactly(lamp);
        assertThat(numbers(CARLA, Whose.RESPONSIBLE, Stage.ACTIVE)).containsExactly(library, lamp);
        assertThat(numbers(MARIO, Whose.ALL, Stage.OPEN)).isEmpty();
        close(lamp);
        assertThat(numbers(MARIO, Whose.ALL, Stage.CLOSED)).containsExactly(lamp);
    }

    @Test
    void lists_hold_only_what_the_viewer_may_see() {
        var lamp = lamp();
        var library = library();

        assertThat(numbers(PIERO, Whose.ALL, Stage.ACTIVE)).containsExactly(lamp);
        assertThat(numbers(LAURA, Whose.ALL, Stage.ACTIVE)).containsExactly(library);
        assertThat(numbers(ANNA, Whose.ALL, Stage.ACTIVE)).isEmpty();
        var elsewhere = new TicketFilter(Whose.ALL, Stage.ACTIVE, cast.id(Place.IMPIANTI));
        assertThat(lists.newest(cast.as(PIERO), elsewhere, 10).rows()).isEmpty();
    }

    @Test
    void lists_of_closed_tickets_hold_only_what_the_viewer_may_see() {
        var lamp = lamp();
        var library = library();
        close(lamp);
        close(library);

        assertThat(numbers(MARIO, Whose.ALL, Stage.CLOSED)).containsExactly(library, lamp);
        assertThat(numbers(PIERO, Whose.ALL, Stage.CLOSED)).containsExactly(lamp);
        assertThat(numbers(ANNA, Whose.ALL, Stage.CLOSED)).isEmpty();
        assertThat(numbers(MARIO, Whose.QUEUES, Stage.CLOSED)).isEmpty();
        assertThat(numbers(MARIO, Whose.MINE, Stage.CLOSED)).contains(lamp);
        var elsewhere = new TicketFilter(Whose.ALL, Stage.CLOSED, cast.id(Place.IMPIANTI));
        assertThat(numbers(lists.newest(cast.as(MARIO), elsewhere, 10))).containsExactly(library);
        assertThat(lists.newest(cast.as(PIERO), elsewhere, 10).rows()).isEmpty();
    }

    @Test
    void pages_of_closed_tickets_run_through_the_queues_without_gaps() {
        IntStream.range(0, 3).forEach(i -> {
            close(lamp());
            close(library());
        });
        var filter = new TicketFilter(Whose.ALL, Stage.CLOSED, null);
        var mario = cast.as(MARIO);
        var ordered = numbers(lists.newest(mario, filter, 50));

        var first = lists.newest(mario, filter, 4);
        var second = lists.after(first.next().orElseThrow(), mario, filter, Order.NEWEST_FIRST, 4);
        var back = lists.before(second.previous().orElseThrow(), mario, filter, Order.NEWEST_FIRST, 4);

        assertThat(ordered).hasSize(6);
        assertThat(numbers(first)).isEqualTo(ordered.subList(0, 4));
        assertThat(numbers(second)).isEqualTo(ordered.subList(4, 6));
        assertThat(numbers(back)).isEqualTo(numbers(first));
    }

    @Test
    void a_row_says_what_a_list_shows() {
        var library = library();
        locking.lock(library, cast.as(LAURA));

        assertThat(lists.newest(cast.as(LAURA), all(null), 10).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number()).isEqualTo(library);
                    assertThat(row.title()).isEqualTo(LibraryStory.TITLE);
                    assertThat(row.state()).isEqualTo(State.IN_PROGRESS);
                    assertThat(row.queue()).isEqualTo(Place.IMPIANTI.queue());
                    assertThat(row.customer()).isEqualTo("Comune di Roccalba");
                    assertThat(row.owner()).isEqualTo("Laura Bassi");
                    assertThat(row.isLocked()).isTrue();
                });
    }

    @Test
    void pages_follow_each_other_in_both_directions_without_gaps() {
        var start = clock.instant().minus(Duration.ofDays(1));
        var newestFirst = IntStream.range(0, 7)
                .mapToObj(i -> lampAt(start.minusSeconds(i / 2)))
                .toList();
        var filter = all(cast.id(Place.GUASTI));
        var mario = cast.as(MARIO);
        var ordered = numbers(lists.newest(mario, filter, 50));

        var first = lists.newest(mario, filter, 3);
        var second = lists.after(first.next().orElseThrow(), mario, filter, Order.NEWEST_FIRST, 3);
        var third = lists.after(second.next().orElseThrow(), mario, filter, Order.NEWEST_FIRST, 3);
        var back = lists.before(third.previous().orElseThrow(), mario, filter, Order.NEWEST_FIRST, 3);

        assertThat(ordered).containsExactlyInAnyOrderElementsOf(newestFirst);
        assertThat(numbers(first)).isEqualTo(ordered.subList(0, 3));
        assertThat(numbers(second)).isEqualTo(ordered.subList(3, 6));
        assertThat(numbers(third)).isEqualTo(ordered.subList(6, 7));
        assertThat(third.next()).isEmpty();
        assertThat(first.previous()).isEmpty();
        assertThat(numbers(back)).isEqualTo(numbers(second));
    }

    private QueueCount guasti(Operator who) {
        return desk.queues(cast.as(who)).stream()
                .filter(queue -> queue.name().equals(Place.GUASTI.queue()))
                .findFirst()
                .orElseThrow();
    }

    private List<TicketNumber> numbers(Operator who, Whose whose, Stage stage) {
        return numbers(lists.newest(cast.as(who), new TicketFilter(whose, stage, null), 50));
    }

    private static List<TicketNumber> numbers(TicketPart part) {
        return part.rows().stream().map(TicketRow::number).toList();
    }

    private static TicketFilter all(QueueId queue) {
        return new TicketFilter(Whose.ALL, Stage.ACTIVE, queue);
    }

    private TicketNumber lamp() {
        return open("Lampione spento", "Il lampione di via Roma è spento.");
    }

    private TicketNumber library() {
        return open(LibraryStory.TITLE, LibraryStory.TEXT);
    }

    private TicketNumber lampAt(Instant created) {
        var number = lamp();
        db.sql("update ticket set created_at = :at where number = :number")
                .param("at", Timestamp.from(created))
                .param("number", number.value())
                .update();
        return number;
    }

    private void close(TicketNumber number) {
        var version = db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
        value(closing.close(
                number,
                version,
                State.CLOSED_SUCCESSFUL,
                value(Title.of("Fatto")),
                value(Message.of("Lampada sostituita.")),
                true,
                cast.as(MARIO)));
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
