package sportello.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.field.Label;
import sportello.ticket.ChangingResponsible;
import sportello.ticket.FillingIn;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.LabelSettings;
import sportello.ticket.Locking;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.OwnState;
import sportello.ticket.OwnStateSettings;
import sportello.ticket.Prioritising;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** The same work on many tickets: one by one, with the rights of the moment, once, and back again. */
@SportelloTest
@Transactional
class BulkTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Prioritising prioritising;

    @Autowired
    private ChangingResponsible changingResponsible;

    @Autowired
    private FillingIn filling;

    @Autowired
    private KeepingOwnStates ownStates;

    @Autowired
    private StartingBulk starting;

    @Autowired
    private RunningBulk running;

    @Autowired
    private Bulks bulks;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void each_ticket_is_done_refused_or_already_so_and_none_stops_the_others() {
        var tickets = libraries(4);
        locking.lock(tickets.get(1), cast.as(MARIO));
        locking.lock(tickets.get(2), cast.as(LAURA));

        var bulk = done(new BulkAction.Lock(), tickets, LAURA);

        assertThat(bulk).returns(2, Bulk::done).returns(1, Bulk::refused).returns(1, Bulk::unchanged);
        assertThat(bulk.isOver()).isTrue();
        assertThat(bulks.refusedOf(bulk)).singleElement().satisfies(refused -> {
            assertThat(refused.number()).isEqualTo(tickets.get(1));
            assertThat(refused.why().message()).isEqualTo("ticket.held");
            assertThat(refused.why().arguments().getFirst()).isEqualTo("Mario Ferri");
        });
        assertThat(column("owner_id", tickets.getFirst()))
                .isEqualTo(cast.id(LAURA).value());
    }

    @Test
    void what_stopped_in_the_middle_goes_on_there_and_does_nothing_twice() {
        var tickets = libraries(5);
        var id = start(new BulkAction.Note(new Title("Verifica"), new Message("Passa lunedì."), false), tickets, LAURA);
        var steps = new AtomicInteger();

        assertThat(running.run(id, () -> steps.incrementAndGet() > 2)).isFalse();
        assertThat(bulk(id, LAURA).waiting()).isEqualTo(3);
        assertThat(running.run(id, () -> false)).isTrue();
        assertThat(running.run(id, () -> false)).isTrue();

        assertThat(bulk(id, LAURA).done()).isEqualTo(5);
        assertThat(tickets).allSatisfy(ticket -> assertThat(notesOn(ticket)).isEqualTo(1));
    }

    @Test
    void the_rights_of_the_moment_count_when_a_tickets_turn_comes() {
        var id = start(new BulkAction.Prioritise(Priority.HIGH), libraries(2), LAURA);
        db.sql("delete from agent_permission where agent_id = :laura")
                .param("laura", cast.id(LAURA).value())
                .update();

        running.run(id, () -> false);

        assertThat(bulks.refusedOf(bulk(id, LAURA)))
                .extracting(refused -> refused.why().message())
                .containsExactly("bulk.unseen", "bulk.unseen");
    }

    @Test
    void who_may_only_read_is_refused_and_who_may_not_even_that_learns_nothing() {
        var library = libraries(1).getFirst();
        var lamp = open("Lampione spento", "Il lampione di via Roma è spento.");

        var bulk = done(new BulkAction.Lock(), List.of(library, lamp, new TicketNumber("4711")), NADIA);

        assertThat(bulks.refusedOf(bulk))
                .extracting(refused -> refused.why().message())
                .containsExactly("ticket.no_permission", "bulk.unseen", "bulk.unseen");
    }

    @Test
    void undoing_a_lock_releases_what_it_locked_and_leaves_what_has_changed_since() {
        var tickets = libraries(3);
        locking.lock(tickets.get(2), cast.as(LAURA));
        var bulk = done(new BulkAction.Lock(), tickets, LAURA);
        value(prioritising.prioritise(tickets.get(1), version(tickets.get(1)), Priority.LOW, cast.as(LAURA)));

        var undone = undo(bulk, LAURA);

        assertThat(undone).returns(1, Bulk::done).returns(1, Bulk::refused);
        assertThat(bulks.refusedOf(undone)).singleElement().satisfies(refused -> {
            assertThat(refused.number()).isEqualTo(tickets.get(1));
            assertThat(refused.why().message()).isEqualTo("bulk.changed");
        });
        assertThat(column("locked_at", tickets.get(0))).isNull();
        assertThat(column("locked_at", tickets.get(1))).isNotNull();
        assertThat(column("locked_at", tickets.get(2))).isNotNull();
        assertThat(bulk(bulk.id(), LAURA).undoneBy()).isEqualTo(undone.id());
        assertThat(bulk(bulk.id(), LAURA).isUndoable()).isFalse();
    }

    @Test
    void undoing_brings_back_queue_priority_owner_and_responsible() {
        var ticket = open("Lampione spento", "Il lampione di via Roma è spento.");
        for (var action : List.of(
                new BulkAction.Move(cast.id(Place.IMPIANTI)),
                new BulkAction.Prioritise(Priority.VERY_HIGH),
                new BulkAction.ChangeOwner(cast.id(CARLA)),
                new BulkAction.ChangeResponsible(cast.id(MARIO)))) {
            var before = row(ticket);
            var bulk = done(action, List.of(ticket), MARIO);
            assertThat(bulk.done()).as(action.key()).isEqualTo(1);
            assertThat(row(ticket)).as(action.key()).isNotEqualTo(before);

            assertThat(undo(bulk, MARIO).done()).as(action.key()).isEqualTo(1);
            assertThat(row(ticket)).as(action.key()).isEqualTo(before);
        }
    }

    @Test
    void fields_are_filled_in_where_something_was_typed_and_emptied_again() {
        var tickets = libraries(2);
        for (var key : List.of("Impianto", "Zona")) field(key);
        value(filling.fillInSome(
                tickets.getFirst(), version(tickets.getFirst()), Map.of("Zona", "nord"), cast.as(LAURA)));

        var bulk = done(new BulkAction.FillIn(Map.of("Impianto", "IMP-7", "Zona", "sud")), tickets, LAURA);

        assertThat(bulk).returns(2, Bulk::done);
        assertThat(said(tickets.getFirst())).containsExactly("Impianto IMP-7", "Zona sud");
        assertThat(done(new BulkAction.FillIn(Map.of("Zona", "sud")), tickets, LAURA))
                .returns(2, Bulk::unchanged);
        assertThat(undo(bulk, LAURA).done()).isEqualTo(2);
        assertThat(said(tickets.getFirst())).containsExactly("Zona nord");
        assertThat(said(tickets.getLast())).isEmpty();
    }

    private void field(String key) {
        db.sql("""
                with made as (insert into field (subject, name, kind, label_it, label_en, position)
                              values ('ticket', :key, 'line', :key, :key, 1) returning id)
                insert into field_screen (field_id, screen, use) select id, 'ticket', 'mandatory' from made
                """).param("key", key).update();
    }

    private List<String> said(TicketNumber ticket) {
        return db.sql("""
                select f.name || ' ' || v.text
                  from ticket_field v
                  join field f on f.id = v.field_id
                  join ticket t on t.id = v.ticket_id
                 where t.number = :number
                 order by 1
                """).param("number", ticket.value()).query(String.class).list();
    }

    @Test
    void undoing_leaves_nobody_where_there_was_nobody() {
        var ticket = open("Una domanda", "Chi posso sentire per la festa del paese?");
        db.sql("update ticket set queue_id = :queue where number = :number")
                .param("queue", cast.id(Place.GUASTI).value())
                .param("number", ticket.value())
                .update();
        var before = row(ticket);
        var owned = done(new BulkAction.ChangeOwner(cast.id(CARLA)), List.of(ticket), MARIO);
        assertThat(undo(owned, MARIO).done()).isEqualTo(1);
        var watched = done(new BulkAction.ChangeResponsible(cast.id(CARLA)), List.of(ticket), MARIO);
        assertThat(undo(watched, MARIO).done()).isEqualTo(1);

        assertThat(row(ticket)).isEqualTo(before);
    }

    @Test
    void undoing_a_release_locks_again_only_what_was_ones_own() {
        var tickets = libraries(2);
        locking.lock(tickets.get(0), cast.as(CARLA));
        locking.lock(tickets.get(1), cast.as(LAURA));
        var bulk = done(new BulkAction.Release(), tickets, CARLA);
        assertThat(bulk.done()).isEqualTo(2);

        var undone = undo(bulk, CARLA);

        assertThat(undone.done()).isEqualTo(1);
        assertThat(bulks.refusedOf(undone))
                .extracting(refused -> refused.why().message())
                .containsExactly("bulk.held_by_other");
    }

    @Test
    void a_bulk_is_undone_once_and_a_note_never() {
        var tickets = libraries(1);
        var bulk = done(new BulkAction.Lock(), tickets, LAURA);
        var once = value(starting.undo(bulk, cast.as(LAURA)));

        assertThat(value(starting.undo(bulk, cast.as(LAURA)))).isEqualTo(once);

        var note = done(new BulkAction.Note(new Title("Verifica"), new Message("Sì."), false), tickets, LAURA);
        assertThat(refusal(starting.undo(note, cast.as(LAURA))).message()).isEqualTo("bulk.final");
    }

    @Test
    void they_wait_are_linked_merged_and_closed_together() {
        var tickets = libraries(3);
        var kept = libraries(1).getFirst();
        var until = Instant.now().plusSeconds(86_400);

        assertThat(done(new BulkAction.Postpone(State.PENDING_REMINDER, until), tickets, LAURA))
                .returns(3, Bulk::done);
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(column("state_type", ticket)).isEqualTo("pending_reminder"));
        assertThat(done(new BulkAction.Link(kept), tickets, LAURA)).returns(3, Bulk::done);
        assertThat(done(new BulkAction.Merge(kept), tickets.subList(0, 2), LAURA))
                .returns(2, Bulk::done);
        assertThat(column("state_type", tickets.getFirst())).isEqualTo("merged");

        var closing =
                new BulkAction.Close(State.CLOSED_SUCCESSFUL, new Title("Chiusura"), new Message("Fatto."), false);
        var closed = done(closing, List.of(tickets.get(0), tickets.get(2), kept), LAURA);
        assertThat(closed).returns(2, Bulk::done).returns(1, Bulk::refused);
        assertThat(column("state_type", kept)).isEqualTo("closed");

        var reopening = new BulkAction.Reopen(new Title("Riapertura"), new Message("Il guasto è tornato."), false);
        var reopened = done(reopening, List.of(tickets.get(0), tickets.get(2), kept), LAURA);
        assertThat(reopened).returns(2, Bulk::done).returns(1, Bulk::refused);
        assertThat(column("state_type", kept)).isEqualTo("open");
    }

    @Test
    void they_wait_and_are_closed_in_states_of_the_houses_own_and_a_limit_stops_one_of_them() {
        var supplier = ownState(State.PENDING_REMINDER, "Dal fornitore della prova");
        var phone = ownState(State.CLOSED_SUCCESSFUL, "Risolto per telefono della prova");
        var tickets = libraries(2);
        var waiting = new BulkAction.Postpone(supplier, Instant.now().plusSeconds(86_400));
        var waited = done(waiting, tickets, LAURA);
        assertThat(waited).returns(2, Bulk::done);
        assertThat(bulk(waited.id(), LAURA).action()).as("as it is kept").isEqualTo(waiting);
        assertThat(column("own_state_id", tickets.getFirst())).isEqualTo(supplier.own());
        assertThat(undo(waited, LAURA).done()).isEqualTo(2);
        assertThat(column("own_state_id", tickets.getFirst())).isNull();

        value(prioritising.prioritise(
                tickets.getLast(), version(tickets.getLast()), Priority.VERY_HIGH, cast.as(LAURA)));
        db.sql("insert into ticket_limit (name, position, priorities, works) values ('Urgenti', 1, '{5}', '{CLOSE}')")
                .update();
        var closed =
                done(new BulkAction.Close(phone, new Title("Chiusura"), new Message("Fatto."), false), tickets, LAURA);
        assertThat(column("own_state_id", tickets.getFirst())).isEqualTo(phone.own());
        assertThat(bulks.refusedOf(closed)).singleElement().satisfies(refused -> {
            assertThat(refused.number()).isEqualTo(tickets.getLast());
            assertThat(refused.why()).isEqualTo(new Refusal("limits.against.work", "Urgenti"));
        });
    }

    private OwnState ownState(State model, String name) {
        var label = new LabelSettings(new Label(name, name + " (en)"), new Label("", ""), null, true);
        value(ownStates.add(new OwnStateSettings(model, label), Authority.HOUSE));
        return ownStates.all().getLast().state();
    }

    @Test
    void watching_many_is_taken_back() {
        var tickets = libraries(2);
        var bulk = done(new BulkAction.Watch(), tickets, LAURA);
        assertThat(bulk.done()).isEqualTo(2);
        assertThat(undo(bulk, LAURA).done()).isEqualTo(2);
        assertThat(db.sql("select count(*) from ticket_watch")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_was_put_aside_is_free_and_as_new_again() {
        var tickets = libraries(2);
        locking.lock(tickets.get(1), cast.as(LAURA));
        var bulk = done(waiting(State.PENDING_REMINDER, 1), tickets, LAURA);
        assertThat(undo(bulk, LAURA).done()).isEqualTo(2);

        assertThat(column("state_type", tickets.get(0))).isEqualTo("new");
        assertThat(column("locked_at", tickets.get(0))).isNull();
        assertThat(column("pending_until", tickets.get(0))).isNull();
        assertThat(column("locked_at", tickets.get(1))).isNotNull();
    }

    @Test
    void undoing_leaves_a_ticket_exactly_as_it_was() {
        var free = libraries(1);
        var held = libraries(1);
        value(changingResponsible.change(held.getFirst(), version(held.getFirst()), cast.id(MARIO), cast.as(MARIO)));
        value(locking.lock(held.getFirst(), cast.as(CARLA)));
        var waited = libraries(1);
        done(waiting(State.PENDING_REMINDER, 1), waited, CARLA);
        db.sql("""
                update ticket
                   set pending_until = now() - interval '1 hour', reminded_until = now() - interval '1 hour',
                       locked_at = null
                 where number = :number
                """).param("number", waited.getFirst().value()).update();
        var closing = new BulkAction.Close(
                State.CLOSED_UNSUCCESSFUL, new Title("Chiusura"), new Message("Non si può."), false);
        backAsItWas(new BulkAction.Lock(), free);
        backAsItWas(new BulkAction.Lock(), waited);
        for (var tickets : List.of(free, held, waited)) {
            for (var action : List.of(
                    new BulkAction.Move(cast.id(Place.GUASTI)),
                    waiting(State.PENDING_REMINDER, 2),
                    waiting(State.PENDING_CLOSE_SUCCESSFUL, 2),
                    closing)) {
                backAsItWas(action, tickets);
            }
        }
    }

    @Test
    void undoing_leaves_what_had_been_over_exactly_as_it_was() {
        var tickets = libraries(1);
        done(
                new BulkAction.Close(
                        State.CLOSED_UNSUCCESSFUL, new Title("Chiusura"), new Message("Non si può."), false),
                tickets,
                CARLA);
        db.sql("""
                update ticket
                   set ascertained_at = now() - interval '2 hours', archived_at = now() - interval '1 hour'
                 where number = :number
                """).param("number", tickets.getFirst().value()).update();

        backAsItWas(new BulkAction.Reopen(new Title("Ancora"), new Message("Si può."), false), tickets);
    }

    @Test
    void undoing_a_merge_gives_back_the_lock() {
        var tickets = libraries(1);
        value(locking.lock(tickets.getFirst(), cast.as(MARIO)));
        backAsItWas(new BulkAction.Merge(libraries(1).getFirst()), tickets);
    }

    @Test
    void a_ticket_of_which_nothing_was_told_before_is_as_it_was_too() {
        var number = new TicketNumber("2026112910000017");
        db.sql("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, created_at, changed_at)
                select :number, 'Lampione spento', t.queue_id, 1, 'new', 3, now(), now()
                  from ticket t
                 where t.number = :other
                """)
                .param("number", number.value())
                .param("other", libraries(1).getFirst().value())
                .update();
        backAsItWas(new BulkAction.Lock(), List.of(number));
    }

    private void backAsItWas(BulkAction action, List<TicketNumber> tickets) {
        var before = whole(tickets.getFirst());
        var bulk = done(action, tickets, MARIO);
        assertThat(whole(tickets.getFirst())).as(action.key()).isNotEqualTo(before);
        assertThat(bulks.refusedOf(undo(bulk, MARIO))).as(action.key()).isEmpty();
        assertThat(whole(tickets.getFirst())).as(action.key()).isEqualTo(before);
    }

    private Object whole(TicketNumber ticket) {
        return db.sql("""
                select queue_id, state_id, state_type, priority, owner_id, responsible_id, locked_at, pending_until,
                       reminded_until, closed_at, ascertained_at, archived_at, merged_into_id, type_id, service_id
                  from ticket
                 where number = :number
                """).param("number", ticket.value()).query().singleRow();
    }

    @Test
    void what_had_been_waiting_for_another_day_waits_for_that_again() {
        var tickets = libraries(1);
        done(waiting(State.PENDING_CLOSE_SUCCESSFUL, 1), tickets, LAURA);
        var first = column("pending_until", tickets.getFirst());
        for (var state : List.of(State.PENDING_REMINDER, State.PENDING_CLOSE_SUCCESSFUL)) {
            var bulk = done(waiting(state, 2), tickets, LAURA);
            assertThat(column("pending_until", tickets.getFirst())).isNotEqualTo(first);
            assertThat(undo(bulk, LAURA).done()).isEqualTo(1);
            assertThat(column("state_type", tickets.getFirst())).isEqualTo("pending_auto");
            assertThat(column("pending_until", tickets.getFirst())).isEqualTo(first);
        }
    }

    @Test
    void what_was_closed_is_open_again_and_what_was_opened_is_closed_as_it_was() {
        var tickets = libraries(1);
        var library = tickets.getFirst();
        var closing = new BulkAction.Close(
                State.CLOSED_UNSUCCESSFUL, new Title("Chiusura"), new Message("Non si può."), true);
        var closed = done(closing, tickets, LAURA);
        assertThat(undo(closed, LAURA).done()).isEqualTo(1);
        assertThat(column("state_type", library)).isEqualTo("new");

        done(closing, tickets, LAURA);
        var before = column("state_id", library);
        var reopened = done(new BulkAction.Reopen(new Title("Ancora"), new Message("Si può."), false), tickets, LAURA);
        assertThat(undo(reopened, LAURA).done()).isEqualTo(1);
        assertThat(column("state_id", library)).isEqualTo(before);
        assertThat(db.sql("select event from article where event like '%undone' order by no")
                        .query(String.class)
                        .list())
                .containsExactly("closing_undone", "reopening_undone");
    }

    @Test
    void archive_link_merge_and_the_end_of_watching_are_taken_back() {
        db.sql("truncate ticket_link, ticket_watch").update();
        var tickets = libraries(2);
        var kept = libraries(1).getFirst();
        assertThat(undo(done(new BulkAction.Link(kept), tickets, LAURA), LAURA).done())
                .isEqualTo(2);
        assertThat(count("ticket_link")).isZero();

        done(new BulkAction.Watch(), tickets, LAURA);
        var unwatched = done(new BulkAction.Unwatch(), tickets, LAURA);
        assertThat(count("ticket_watch")).isZero();
        assertThat(undo(unwatched, LAURA).done()).isEqualTo(2);
        assertThat(count("ticket_watch")).isEqualTo(2);

        var merged = done(new BulkAction.Merge(kept), tickets, LAURA);
        assertThat(undo(merged, LAURA).done()).isEqualTo(2);
        assertThat(column("merged_into_id", tickets.getFirst())).isNull();
        assertThat(column("state_type", tickets.getFirst())).isEqualTo("new");

        done(
                new BulkAction.Close(State.CLOSED_SUCCESSFUL, new Title("Chiusura"), new Message("Fatto."), false),
                tickets,
                LAURA);
        var archived = done(new BulkAction.Archive(), tickets, LAURA);
        assertThat(undo(archived, LAURA).done()).isEqualTo(2);
        assertThat(column("archived_at", tickets.getFirst())).isNull();
    }

    @Test
    void the_type_of_many_is_set_and_taken_back() {
        var tickets = libraries(2);
        db.sql("insert into ticket_type (name) values ('Guasto prima'), ('Guasto poi')")
                .update();
        var before = type("Guasto prima");
        done(new BulkAction.Classify(before, null), tickets.subList(0, 1), LAURA);
        var bulk = done(new BulkAction.Classify(type("Guasto poi"), null), tickets, LAURA);
        assertThat(bulk.done()).isEqualTo(2);
        assertThat(undo(bulk, LAURA).done()).isEqualTo(2);
        assertThat(column("type_id", tickets.get(0))).isEqualTo(before);
        assertThat(column("type_id", tickets.get(1))).isNull();
    }

    @Test
    void type_and_service_are_set_together_and_what_was_not_asked_stays() {
        var tickets = libraries(2);
        db.sql("insert into ticket_type (name) values ('Guasto prima'), ('Guasto poi')")
                .update();
        var water = db.sql("insert into service (name) values ('Acquedotto della prova') returning id")
                .query(Long.class)
                .single();
        var before = type("Guasto prima");
        done(new BulkAction.Classify(before, null), tickets, LAURA);
        var service = done(new BulkAction.Classify(null, water), tickets.subList(0, 1), LAURA);
        assertThat(column("type_id", tickets.get(0))).isEqualTo(before);
        assertThat(column("service_id", tickets.get(0))).isEqualTo(water);
        assertThat(undo(service, LAURA).done()).isEqualTo(1);

        var both = done(new BulkAction.Classify(type("Guasto poi"), water), tickets, LAURA);
        assertThat(both.done()).isEqualTo(2);
        assertThat(undo(both, LAURA).done()).isEqualTo(2);
        assertThat(column("type_id", tickets.get(1))).isEqualTo(before);
        assertThat(column("service_id", tickets.get(1))).isNull();
    }

    private long type(String name) {
        return db.sql("select id from ticket_type where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    @Test
    void a_merge_upon_which_somebody_has_built_stays() {
        var tickets = libraries(1);
        var kept = libraries(2);
        var merged = done(new BulkAction.Merge(kept.get(0)), tickets, LAURA);
        done(new BulkAction.Merge(kept.get(1)), kept.subList(0, 1), LAURA);
        var undone = undo(merged, LAURA);
        assertThat(undone.refused()).isEqualTo(1);
        assertThat(column("state_type", tickets.getFirst())).isEqualTo("merged");
    }

    private static BulkAction waiting(State state, int days) {
        return new BulkAction.Postpone(
                state, Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MINUTES));
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void nobody_sees_what_others_have_begun() {
        var bulk = done(new BulkAction.Lock(), libraries(1), LAURA);

        assertThat(bulks.find(bulk.id(), cast.as(MARIO))).isEmpty();
    }

    @Test
    void there_must_be_tickets_but_not_too_many() {
        var many = IntStream.rangeClosed(0, StartingBulk.MOST)
                .mapToObj(i -> new TicketNumber("" + i))
                .toList();

        assertThat(refusal(starting.start(new BulkAction.Lock(), List.of(), cast.as(LAURA)))
                        .message())
                .isEqualTo("bulk.none");
        assertThat(refusal(starting.start(new BulkAction.Lock(), many, cast.as(LAURA))))
                .isEqualTo(new Refusal("bulk.many", StartingBulk.MOST, StartingBulk.MOST + 1));
        for (var fits : List.of(StartingBulk.MOST - 1, StartingBulk.MOST))
            assertThat(starting.start(new BulkAction.Lock(), many.subList(0, fits), cast.as(LAURA)))
                    .isInstanceOf(Outcome.Done.class);
    }

    private Bulk done(BulkAction action, List<TicketNumber> tickets, Operator who) {
        var id = start(action, tickets, who);
        running.run(id, () -> false);
        return bulk(id, who);
    }

    private Bulk undo(Bulk bulk, Operator who) {
        var id = value(starting.undo(bulk, cast.as(who)));
        running.run(id, () -> false);
        return bulk(id, who);
    }

    private BulkId start(BulkAction action, List<TicketNumber> tickets, Operator who) {
        return value(starting.start(action, tickets, cast.as(who)));
    }

    private Bulk bulk(BulkId id, Operator who) {
        return bulks.find(id, cast.as(who)).orElseThrow();
    }

    private List<TicketNumber> libraries(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> open(LibraryStory.TITLE, LibraryStory.TEXT))
                .toList();
    }

    private TicketNumber open(String title, String text) {
        var giulia = cast.as(GIULIA);
        return value(opening.byPortal(giulia, giulia.customer(), new Title(title), new Message(text), Uploads.NONE));
    }

    private int notesOn(TicketNumber ticket) {
        return db.sql("""
                select count(*)
                  from ticket_history h
                  join ticket t on t.id = h.ticket_id
                 where t.number = :number and h.type = 'noted'
                """).param("number", ticket.value()).query(Integer.class).single();
    }

    private int version(TicketNumber ticket) {
        return db.sql("select version from ticket where number = :number")
                .param("number", ticket.value())
                .query(Integer.class)
                .single();
    }

    private Object column(String name, TicketNumber ticket) {
        return db.sql("select " + name + " as it from ticket where number = :number")
                .param("number", ticket.value())
                .query()
                .singleRow()
                .get("it");
    }

    private Object row(TicketNumber ticket) {
        return db.sql("select queue_id, priority, owner_id, responsible_id from ticket where number = :number")
                .param("number", ticket.value())
                .query()
                .singleRow();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why();
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }
}
