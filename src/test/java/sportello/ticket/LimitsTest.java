package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Caller;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.field.Label;
import sportello.queue.QueueId;
import sportello.ticket.Limit.Bound;

/** What agents may not choose, by what a ticket is and by who they are (F61). */
@SportelloTest
@Transactional
class LimitsTest {
    private static final Limit.Then NOTHING = Limit.Then.NOTHING;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingLimits keeping;

    @Autowired
    private TicketFiles files;

    @Autowired
    private Closing closing;

    @Autowired
    private Noting noting;

    @Autowired
    private Clock clock;

    private Scene scene;
    private TicketNumber library;

    @BeforeEach
    void giulia_has_asked() {
        scene = Scene.on(beans);
        library = scene.library();
    }

    @Test
    void a_forbidden_action_is_neither_offered_nor_done_and_the_refusal_names_the_limit() {
        forbid(Work.CLOSE, Work.MERGE);
        assertThat(open(LAURA)).contains(Work.ANSWER, Work.POSTPONE).doesNotContain(Work.CLOSE, Work.MERGE);
        assertThat(refusal(close(State.CLOSED_SUCCESSFUL))).isEqualTo(new Refusal("limits.against.work", "Vincolo 1"));
        var other = scene.library();
        assertThat(refusal(merge(library, other)).message()).isEqualTo("limits.against.work");
        assertThat(scene.types(library)).doesNotContain("Closed", "Merged");
    }

    @Test
    void whatever_can_be_forbidden_is_refused_by_the_ticket_itself_and_the_rest_is_never() {
        forbid(Limit.WORKS.toArray(Work[]::new));
        var open = EnumSet.copyOf(open(LAURA));
        assertThat(open).doesNotContainAnyElementsOf(Limit.WORKS).contains(Work.LOCK, Work.WATCH, Work.RECALL);
        var limits = files.find(library, scene.as(LAURA)).orElseThrow().limits();
        for (var work : Work.values())
            assertThat(limits.against(work).isPresent()).as(work.name()).isEqualTo(Limit.WORKS.contains(work));
        scene.locked(library, LAURA);
        done(beans.getBean(Releasing.class).release(library, scene.as(LAURA)));
    }

    @Test
    void what_is_written_closes_nothing_by_the_way_and_what_closes_writes_nothing_forbidden() {
        forbid(Work.CLOSE);
        assertThat(refusal(note(new Sequel.Close(State.CLOSED_SUCCESSFUL))).message())
                .isEqualTo("limits.against.work");
        done(note(new Sequel.Stay()));
        assertThat(refusal(note(new Sequel.Wait(State.PENDING_CLOSE_SUCCESSFUL, tomorrow())))
                        .message())
                .as("nor does it wait for being closed")
                .isEqualTo("limits.against.state");
        done(note(new Sequel.Wait(State.PENDING_REMINDER, tomorrow())));

        db.sql("update ticket_limit set works = '{ANNOTATE}'").update();
        assertThat(refusal(note(new Sequel.Close(State.CLOSED_SUCCESSFUL))).message())
                .isEqualTo("limits.against.work");
        done(close(State.CLOSED_SUCCESSFUL));
    }

    @Test
    void a_state_is_forbidden_with_those_of_the_houses_own_and_what_ends_in_it() {
        var phone = ownState(State.CLOSED_SUCCESSFUL, "Risolto per telefono");
        keep(states(false, State.CLOSED_SUCCESSFUL));
        assertThat(refusal(close(State.CLOSED_SUCCESSFUL)).message()).isEqualTo("limits.against.state");
        assertThat(refusal(close(phone)).message()).isEqualTo("limits.against.state");
        assertThat(refusal(postpone(State.PENDING_CLOSE_SUCCESSFUL)).message()).isEqualTo("limits.against.state");
        assertThat(offered(State.CHOSEN))
                .containsExactly(State.PENDING_REMINDER, State.PENDING_CLOSE_UNSUCCESSFUL, State.CLOSED_UNSUCCESSFUL);
        done(postpone(State.PENDING_REMINDER));
        done(close(State.CLOSED_UNSUCCESSFUL));
    }

    @Test
    void nothing_but_certain_states_can_be_left() {
        var phone = ownState(State.CLOSED_SUCCESSFUL, "Risolto per telefono");
        keep(states(true, phone, State.PENDING_REMINDER));
        assertThat(offered(State.CHOSEN)).containsExactly(State.PENDING_REMINDER, phone);
        assertThat(refusal(close(State.CLOSED_SUCCESSFUL)).message()).isEqualTo("limits.against.state");
        done(close(phone));
    }

    @Test
    void priorities_types_services_and_queues_are_bounded_and_what_is_there_may_stay() {
        var fault = choice("ticket_type (name, position)", "'Guasto', 1");
        var complaint = choice("ticket_type (name, position)", "'Reclamo', 2");
        var water = choice("service (name)", "'Acqua'");
        var leaks = choice("service (name)", "'Acqua › Perdite'");
        var gas = choice("service (name)", "'Gas'");
        keep(new Limit.Then(
                Set.of(),
                Bound.none(),
                new Bound<>(true, Set.of(4)),
                new Bound<>(false, Set.of(complaint)),
                new Bound<>(true, Set.of(water)),
                new Bound<>(false, Set.of(queue("Illuminazione").value()))));
        assertThat(prioritise(Priority.LOW)).isEqualTo("limits.against.priority");
        assertThat(prioritise(Priority.NORMAL)).as("as it is").isEmpty();
        assertThat(prioritise(Priority.HIGH)).isEmpty();
        assertThat(classify(new WantedClasses(complaint, null))).isEqualTo("limits.against.type");
        assertThat(classify(new WantedClasses(fault, gas))).isEqualTo("limits.against.service");
        assertThat(classify(new WantedClasses(fault, leaks))).isEmpty();
        assertThat(classify(new WantedClasses(0L, 0L))).as("nothing is said").isEmpty();
        assertThat(move(scene.cast().id(Place.GUASTI))).isEqualTo("limits.against.queue");
        var left = limits(LAURA).classes(beans.getBean(Choices.class).offered());
        assertThat(left.types()).extracting(Choice::name).contains("Guasto").doesNotContain("Reclamo");
        assertThat(left.services()).extracting(Choice::name).containsExactly("Acqua", "Acqua › Perdite");
    }

    @Test
    void each_condition_counts_and_all_of_them_together() {
        var type = choice("ticket_type (name, position)", "'Guasto', 1");
        var service = choice("service (name)", "'Acqua'");
        var leaks = choice("service (name)", "'Acqua › Perdite'");
        var waiting = ownState(State.PENDING_REMINDER, "Dal fornitore");
        db.sql("update ticket set type_id = :type, service_id = :service where number = :number")
                .param("type", type)
                .param("service", leaks)
                .param("number", library.value())
                .update();
        done(postpone(waiting));
        var code = db.sql(
                        "select c.code from customer c join ticket t on t.customer_id = c.id where t.number = :number")
                .param("number", library.value())
                .query(String.class)
                .single();
        var other = db.sql("select min(code) from customer where code <> :code")
                .param("code", code)
                .query(String.class)
                .single();
        var energy = queue("Energia").value();
        assertThat(holds(when(Set.of(energy), Set.of(), Set.of(), Set.of(), Set.of(), Set.of())))
                .isTrue();
        assertThat(holds(
                        when(Set.of(queue("Illuminazione").value()), Set.of(), Set.of(), Set.of(), Set.of(), Set.of())))
                .isFalse();
        assertThat(holds(when(Set.of(), Set.of(type), Set.of(), Set.of(), Set.of(), Set.of())))
                .isTrue();
        assertThat(holds(when(Set.of(), Set.of(type + 1), Set.of(), Set.of(), Set.of(), Set.of())))
                .isFalse();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(service), Set.of(), Set.of(), Set.of())))
                .isTrue();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(leaks + 1), Set.of(), Set.of(), Set.of())))
                .isFalse();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(), Set.of(waiting), Set.of(), Set.of())))
                .isTrue();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(), Set.of(State.PENDING_REMINDER), Set.of(), Set.of())))
                .isTrue();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(), Set.of(State.NEW), Set.of(), Set.of())))
                .isFalse();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(3), Set.of())))
                .isTrue();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(4, 5), Set.of())))
                .isFalse();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(code.toLowerCase(Locale.ROOT)))))
                .isTrue();
        assertThat(holds(when(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(other))))
                .isFalse();
        assertThat(holds(when(Set.of(energy), Set.of(type), Set.of(leaks), Set.of(waiting), Set.of(3), Set.of(code))))
                .isTrue();
        assertThat(holds(when(Set.of(energy), Set.of(type), Set.of(leaks), Set.of(waiting), Set.of(4), Set.of(code))))
                .isFalse();
    }

    @Test
    void one_for_a_role_binds_those_who_have_it_administrators_among_them() {
        var role = db.sql("select id from role where name = 'Supervisori'")
                .query(Long.class)
                .single();
        var when = new Limit.When(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(role));
        done(keeping.add(new Limit("Per ruolo", when, works(Work.CLOSE)), true, Authority.HOUSE));
        db.sql("""
                update agent set administrator = true
                 where id in (select agent_id from agent_role where role_id = :role)
                """).param("role", role).update();
        assertThat(open(LAURA)).contains(Work.CLOSE);
        assertThat(open(CARLA)).doesNotContain(Work.CLOSE).contains(Work.MERGE);
    }

    @Test
    void an_invalid_one_forbids_nothing_and_of_several_the_first_is_named() {
        done(keeping.add(new Limit("Fuori uso", Limit.When.ANY, works(Work.CLOSE)), false, Authority.HOUSE));
        assertThat(open(LAURA)).contains(Work.CLOSE);
        forbid(Work.CLOSE);
        keep(states(false, State.CLOSED_SUCCESSFUL));
        keep(works(Work.CLOSE, Work.MERGE));
        assertThat(refusal(close(State.CLOSED_SUCCESSFUL)).arguments()).containsExactly("Vincolo 2");
        assertThat(open(LAURA)).doesNotContain(Work.CLOSE, Work.MERGE);
        var last = keeping.all().getLast().id();
        for (var step = 0; step < 3; step++) done(keeping.move(last, true, Authority.HOUSE));
        assertThat(refusal(close(State.CLOSED_SUCCESSFUL)).arguments()).containsExactly("Vincolo 4");
    }

    @Test
    void neither_customers_nor_what_the_house_does_by_itself_are_bound() {
        done(postpone(State.PENDING_CLOSE_SUCCESSFUL));
        forbid(Limit.WORKS.toArray(Work[]::new));
        var giulia = scene.cast().as(Caller.GIULIA);
        scene.dayCame(library);
        scene.fallDue();
        assertThat(scene.state(library)).isEqualTo(State.CLOSED_SUCCESSFUL);
        done(beans.getBean(FollowingUp.class).byPortal(library, text("Ancora fredda."), Uploads.NONE, giulia));
        assertThat(scene.state(library)).isEqualTo(State.OPEN);
    }

    @Test
    void nothing_is_merged_into_what_may_not_be_merged() {
        var lamp = scene.lamp();
        keep(
                when(Set.of(scene.cast().id(Place.GUASTI).value()), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                works(Work.MERGE));
        db.sql("update ticket set customer_id = null, customer_user_id = null where number = :number")
                .param("number", library.value())
                .update();
        assertThat(refusal(beans.getBean(Merging.class).merge(library, scene.version(library), lamp, scene.as(MARIO)))
                        .message())
                .isEqualTo("limits.against.work");
    }

    @Test
    void a_move_into_a_forbidden_queue_is_not_taken_back_either() {
        done(beans.getBean(Moving.class)
                .move(library, scene.version(library), scene.cast().id(Place.GUASTI), scene.as(MARIO)));
        keep(new Limit.Then(
                Set.of(),
                Bound.none(),
                Bound.none(),
                Bound.none(),
                Bound.none(),
                new Bound<>(true, Set.of(scene.cast().id(Place.GUASTI).value()))));
        var restoring = beans.getBean(Restoring.class);
        var now = restoring.asItIs(library, scene.as(MARIO));
        var was = new AsItWas(queue("Energia"), now.state(), null, null, null, null, null, null, null, null);
        assertThat(refusal(restoring.undoMoving(library, scene.version(library), was, scene.as(MARIO)))
                        .message())
                .isEqualTo("limits.against.queue");
    }

    @Test
    void a_trial_shows_a_ticket_as_the_agent_finds_it_to_who_may_read_it() {
        forbid(Work.CLOSE);
        var trying = beans.getBean(TryingLimits.class);
        var number = "[Ticket#" + library.value() + "]";
        var laura = scene.cast().id(LAURA);
        db.sql("update agent set administrator = login = 'carla.neri'").update();
        assertThat(done(trying.look(number, laura, scene.as(CARLA))).limits().against(Work.CLOSE))
                .isPresent();
        assertThat(refusal(trying.look("4711", laura, scene.as(CARLA))).message())
                .isEqualTo("limits.trial.ticket");
        assertThat(refusal(trying.look(number, scene.cast().id(PIERO), scene.as(CARLA)))
                        .message())
                .isEqualTo("limits.trial.agent");
        assertThat(refusal(trying.look(number, laura, scene.as(LAURA))).message())
                .isEqualTo("limits.administer");
        db.sql("update agent set administrator = true where login = 'anna.riva'")
                .update();
        assertThat(refusal(trying.look(number, laura, scene.as(ANNA))).message())
                .isEqualTo("limits.trial.ticket");
    }

    @Test
    void the_use_case_asks_who_may() {
        var laura = scene.as(LAURA).authority();
        var limit = new Limit("Fermo", Limit.When.ANY, works(Work.CLOSE));
        for (Outcome<?> outcome : List.of(
                keeping.add(limit, true, laura),
                keeping.correct(1, 0, limit, true, laura),
                keeping.move(1, true, laura),
                keeping.arrange(List.of(), laura)))
            assertThat(refusal(outcome)).isEqualTo(new Refusal("limits.administer"));
    }

    private void forbid(Work... works) {
        keep(works(works));
    }

    private void keep(Limit.Then then) {
        keep(Limit.When.ANY, then);
    }

    private void keep(Limit.When when, Limit.Then then) {
        var name = "Vincolo " + (keeping.all().size() + 1);
        done(keeping.add(new Limit(name, when, then), true, Authority.HOUSE));
    }

    private static Limit.Then works(Work... works) {
        return new Limit.Then(
                Set.of(works),
                NOTHING.states(),
                NOTHING.priorities(),
                NOTHING.types(),
                NOTHING.services(),
                NOTHING.queues());
    }

    private static Limit.Then states(boolean only, Status... states) {
        return new Limit.Then(
                Set.of(),
                new Bound<>(only, Set.of(states)),
                NOTHING.priorities(),
                NOTHING.types(),
                NOTHING.services(),
                NOTHING.queues());
    }

    private static Limit.When when(
            Set<Long> queues,
            Set<Long> types,
            Set<Long> services,
            Set<Status> states,
            Set<Integer> priorities,
            Set<String> customers) {
        return new Limit.When(queues, types, services, states, priorities, customers, Set.of());
    }

    private boolean holds(Limit.When when) {
        db.sql("update ticket_limit set valid = false").update();
        keep(when, works(Work.CLOSE));
        return limits(LAURA).against(Work.CLOSE).isPresent();
    }

    private Limits limits(Operator who) {
        return files.find(library, scene.as(who)).orElseThrow().limits();
    }

    private Set<Work> open(Operator who) {
        var viewer = scene.as(who);
        return files.find(library, viewer).orElseThrow().workOpenTo(viewer);
    }

    private List<Status> offered(List<State> states) {
        return limits(LAURA).states(beans.getBean(Labels.class).now().offered(states, null));
    }

    private QueueId queue(String name) {
        return new QueueId(db.sql("select id from queue where name = :name")
                .param("name", name)
                .query(Long.class)
                .single());
    }

    private long choice(String table, String values) {
        return db.sql("insert into " + table + " values (" + values + ") returning id")
                .query(Long.class)
                .single();
    }

    private OwnState ownState(State model, String name) {
        var keeping = beans.getBean(KeepingOwnStates.class);
        var label = new LabelSettings(new Label(name, name + " (en)"), new Label("", ""), null, true);
        done(keeping.add(new OwnStateSettings(model, label), Authority.HOUSE));
        return keeping.all().getLast().state();
    }

    private Outcome<Trace> close(Status end) {
        return closing.close(
                library, scene.version(library), end, title("Chiusura"), text("Fatto."), false, scene.as(LAURA));
    }

    private Outcome<Trace> postpone(Status pending) {
        return beans.getBean(Postponing.class)
                .postpone(library, scene.version(library), pending, tomorrow(), null, scene.as(LAURA));
    }

    private Outcome<Trace> merge(TicketNumber number, TicketNumber into) {
        return beans.getBean(Merging.class).merge(number, scene.version(number), into, scene.as(LAURA));
    }

    private Outcome<Trace> note(Sequel sequel) {
        var word = new Word(title("Nota"), text("Fatto."), Uploads.NONE, Spent.NONE);
        return noting.note(library, scene.version(library), word, false, Set.of(), sequel, scene.as(LAURA));
    }

    private String prioritise(Priority priority) {
        return why(beans.getBean(Prioritising.class)
                .prioritise(library, scene.version(library), priority, scene.as(LAURA)));
    }

    private String classify(WantedClasses wanted) {
        return why(beans.getBean(Classifying.class).classify(library, scene.version(library), wanted, scene.as(LAURA)));
    }

    private String move(QueueId queue) {
        return why(beans.getBean(Moving.class).move(library, scene.version(library), queue, scene.as(LAURA)));
    }

    /** Empty if it was done. */
    private static String why(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var why) ? why.message() : "";
    }

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }
}
