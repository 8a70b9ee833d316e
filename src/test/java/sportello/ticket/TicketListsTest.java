package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.Operator;

/** The lists by their views, their order and what narrows them; beside them {@link DeskTest} for tabs and stages. */
@SportelloTest
@Transactional
class TicketListsTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Noting noting;

    @Autowired
    private Closing closing;

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
    void what_i_have_locked_is_a_list_of_its_own() {
        var mine = lamp(GIULIA);
        lamp(GIULIA);
        locking.lock(mine, cast.as(MARIO));

        assertThat(numbers(MARIO, view(FixedView.LOCKED))).containsExactly(mine);
        assertThat(numbers(CARLA, view(FixedView.LOCKED))).isEmpty();
    }

    @Test
    void what_i_watch_is_a_list_of_its_own_as_far_as_i_may_see_it() {
        var lamp = lamp(GIULIA);
        watch(MARIO, lamp);
        watch(LAURA, lamp);

        assertThat(numbers(MARIO, view(FixedView.WATCHED))).containsExactly(lamp);
        assertThat(numbers(LAURA, view(FixedView.WATCHED))).isEmpty();
        assertThat(numbers(PIERO, view(FixedView.WATCHED))).isEmpty();
    }

    @Test
    void a_closing_without_success_is_listed_until_its_cause_is_known() {
        var failed = lamp(GIULIA);
        var fine = lamp(GIULIA);
        close(failed, false);
        close(fine, true);
        assertThat(numbers(CARLA, view(FixedView.UNASCERTAINED))).containsExactly(failed);

        db.sql("update ticket set ascertained_at = now() where number = :number")
                .param("number", failed.value())
                .update();

        assertThat(numbers(CARLA, view(FixedView.UNASCERTAINED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CREATED,false", "CREATED,true", "CHANGED,false", "CHANGED,true", "PRIORITY,false", "PRIORITY,true"})
    void pages_follow_each_other_in_every_order_without_gaps(Sort sort, boolean ascending) {
        IntStream.range(0, 7).forEach(i -> mark(lamp(GIULIA), i));
        for (var stage : List.of(Stage.ACTIVE, Stage.CLOSED)) {
            var filter = new TicketFilter(Whose.ALL, stage, null);
            var order = new Order(sort, ascending);
            var mario = cast.as(MARIO);
            var all = lists.first(mario, filter, order, 50).rows();

            var first = lists.first(mario, filter, order, 3);
            var second = lists.after(first.next().orElseThrow(), mario, filter, order, 3);
            var third = lists.after(second.next().orElseThrow(), mario, filter, order, 3);
            var back = lists.before(third.previous().orElseThrow(), mario, filter, order, 3);

            assertThat(all).hasSize(7).isSortedAccordingTo(comparator(order));
            var joined = new ArrayList<>(first.rows());
            joined.addAll(second.rows());
            joined.addAll(third.rows());
            assertThat(joined).isEqualTo(all);
            assertThat(third.next()).isEmpty();
            assertThat(first.previous()).isEmpty();
            assertThat(back.rows()).isEqualTo(second.rows());
            db.sql("update ticket set state_id = 7, state_type = 'closed', closed_at = now() where state_type = 'new'")
                    .update();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Sort.class,
            names = {"TITLE", "CUSTOMER", "QUEUE", "OWNER"})
    void pages_follow_each_other_by_words_too(Sort sort) {
        for (var i = 0; i < 7; i++) {
            var ticket = lamp(i % 2 == 0 ? GIULIA : EMILY);
            titled(ticket, "abcABCd".charAt(i) + " lampione");
            if (i % 3 == 0) nobodys(ticket);
        }
        for (var ascending : List.of(true, false)) {
            var filter = new TicketFilter(Whose.ALL, Stage.ACTIVE, null);
            var order = new Order(sort, ascending);
            var mario = cast.as(MARIO);
            var all = lists.first(mario, filter, order, 50).rows();
            assertThat(all).hasSize(7).isSortedAccordingTo(comparator(order));

            var first = lists.first(mario, filter, order, 3);
            var second = lists.after(first.next().orElseThrow(), mario, filter, order, 3);
            var third = lists.after(second.next().orElseThrow(), mario, filter, order, 3);
            var joined = new ArrayList<>(first.rows());
            joined.addAll(second.rows());
            joined.addAll(third.rows());
            assertThat(joined).isEqualTo(all);
            assertThat(lists.before(third.previous().orElseThrow(), mario, filter, order, 3)
                            .rows())
                    .isEqualTo(second.rows());
        }
    }

    @Test
    void a_list_is_narrowed_by_title_state_and_responsible() {
        var lamp = lamp(GIULIA);
        var other = lamp(EMILY);
        titled(lamp, "Città al buio 100%");
        locking.lock(other, cast.as(MARIO));

        assertThat(narrowed(MARIO, titled("BUIO citta"))).containsExactly(lamp);
        assertThat(narrowed(MARIO, titled("100%"))).containsExactly(lamp);
        assertThat(narrowed(MARIO, titled("1%%%0"))).isEmpty();
        assertThat(narrowed(MARIO, in(State.IN_PROGRESS))).containsExactly(other);
        assertThat(narrowed(MARIO, in(State.OPEN))).isEmpty();
        assertThat(narrowed(MARIO, of(new OwnedBy.Somebody(cast.id(CARLA))))).containsExactlyInAnyOrder(lamp, other);
        assertThat(narrowed(CARLA, of(new OwnedBy.Me()))).containsExactlyInAnyOrder(lamp, other);
        assertThat(narrowed(MARIO, of(new OwnedBy.Nobody()))).isEmpty();
    }

    private static Narrowing titled(String words) {
        return new Narrowing(null, null, null, null, null, words, null);
    }

    private static Narrowing in(State state) {
        return new Narrowing(null, null, null, null, null, null, state);
    }

    private static Narrowing of(OwnedBy responsible) {
        return new Narrowing(null, null, null, null, responsible, null, null);
    }

    private void titled(TicketNumber ticket, String title) {
        db.sql("update ticket set title = :title where number = :number")
                .param("title", title)
                .param("number", ticket.value())
                .update();
    }

    @Test
    void narrowings_combine() {
        var urgent = lamp(GIULIA);
        var emilys = lamp(EMILY);
        mark(urgent, 4);
        locking.lock(urgent, cast.as(CARLA));
        nobodys(emilys);

        assertThat(narrowed(MARIO, new Narrowing(Priority.VERY_HIGH, null, null, null)))
                .containsExactly(urgent);
        assertThat(narrowed(CARLA, new Narrowing(null, new OwnedBy.Me(), null, null)))
                .containsExactly(urgent);
        assertThat(narrowed(MARIO, new Narrowing(null, new OwnedBy.Me(), null, null)))
                .isEmpty();
        assertThat(narrowed(MARIO, new Narrowing(null, new OwnedBy.Nobody(), null, null)))
                .containsExactly(emilys);
        assertThat(narrowed(MARIO, new Narrowing(null, new OwnedBy.Somebody(cast.id(CARLA)), "roccalba", true)))
                .containsExactly(urgent);
        assertThat(narrowed(MARIO, new Narrowing(null, null, null, false))).containsExactly(emilys);
        assertThat(narrowed(MARIO, new Narrowing(null, null, "nessuno", null))).isEmpty();
    }

    @Test
    void a_preview_is_how_the_newest_article_of_a_person_begins() {
        var lamp = lamp(GIULIA);
        value(noting.note(
                lamp,
                new Title("Verifica"),
                new Message("Sentito\n\n  il manutentore. " + "Passa lunedì. ".repeat(40)),
                false,
                Uploads.NONE,
                cast.as(MARIO)));
        locking.lock(lamp, cast.as(MARIO));
        var rows = lists.newest(cast.as(MARIO), new TicketFilter(Whose.ALL, Stage.ACTIVE, null), 5)
                .rows();

        var preview = lists.previews(rows).get(rows.getFirst().id());

        assertThat(preview).startsWith("Sentito il manutentore. Passa lunedì.").hasSize(200);
        assertThat(lists.previews(List.of())).isEmpty();
    }

    private static Comparator<TicketRow> comparator(Order order) {
        var ascending = switch (order.by()) {
            case CREATED -> Comparator.comparing(TicketRow::createdAt);
            case CHANGED -> Comparator.comparing(TicketRow::changedAt);
            case PRIORITY -> Comparator.comparing(TicketRow::priority).thenComparing(TicketRow::createdAt);
            case TITLE -> Comparator.comparing((TicketRow row) -> row.title().toLowerCase(Locale.ROOT));
            case CUSTOMER ->
                Comparator.comparing((TicketRow row) ->
                        Objects.requireNonNullElse(row.customer(), "").toLowerCase(Locale.ROOT));
            case QUEUE -> Comparator.comparing((TicketRow row) -> row.queue().toLowerCase(Locale.ROOT));
            case OWNER ->
                Comparator.comparing((TicketRow row) ->
                        Objects.requireNonNullElse(row.owner(), " ").toLowerCase(Locale.ROOT));
        };
        var byId = ascending.thenComparing(row -> row.id().value());
        return order.ascending() ? byId : byId.reversed();
    }

    private List<TicketNumber> narrowed(Operator who, Narrowing narrowing) {
        return numbers(who, new TicketFilter(Whose.ALL, Stage.ACTIVE, null, null, narrowing));
    }

    private static TicketFilter view(@Nullable FixedView view) {
        return new TicketFilter(Whose.ALL, Stage.ACTIVE, null, view, Narrowing.NONE);
    }

    private List<TicketNumber> numbers(Operator who, TicketFilter filter) {
        return lists.newest(cast.as(who), filter, 50).rows().stream()
                .map(TicketRow::number)
                .toList();
    }

    /** Some alike in every respect that lists are sorted by, none in all. */
    private void mark(TicketNumber ticket, int i) {
        var now = clock.instant();
        db.sql("""
                update ticket
                   set created_at = :created, changed_at = :changed, priority = :priority
                 where number = :number
                """)
                .param("created", Timestamp.from(now.minusSeconds(i / 2)))
                .param("changed", Timestamp.from(now.plusSeconds(i % 3)))
                .param("priority", 1 + i % 5)
                .param("number", ticket.value())
                .update();
    }

    private void nobodys(TicketNumber ticket) {
        db.sql("update ticket set owner_id = null where number = :number")
                .param("number", ticket.value())
                .update();
    }

    private void watch(Operator who, TicketNumber ticket) {
        db.sql("""
                insert into ticket_watch (agent_id, ticket_id, since)
                select :agent, id, now() from ticket where number = :number
                """)
                .param("agent", cast.id(who).value())
                .param("number", ticket.value())
                .update();
    }

    private void close(TicketNumber ticket, boolean successful) {
        var version = db.sql("select version from ticket where number = :number")
                .param("number", ticket.value())
                .query(Integer.class)
                .single();
        value(closing.close(
                ticket,
                version,
                successful ? State.CLOSED_SUCCESSFUL : State.CLOSED_UNSUCCESSFUL,
                new Title("Fine"),
                new Message("Fatto."),
                false,
                cast.as(MARIO)));
    }

    private TicketNumber lamp(Caller caller) {
        var who = cast.as(caller);
        return value(opening.byPortal(
                who,
                who.customer(),
                new Title("Lampione spento"),
                new Message("Il lampione di via Roma è spento."),
                Uploads.NONE));
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }
}
