package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.field.Label;
import sportello.identity.Viewer.AgentViewer;

/** States of the house's own beside ours: how they come to be, and how a ticket lives in one. */
@SportelloTest
@Transactional
class OwnStatesTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingOwnStates keeping;

    @Autowired
    private Labels labels;

    @Autowired
    private MessageSource messages;

    @Autowired
    private Postponing postponing;

    @Autowired
    private Closing closing;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Clock clock;

    private Scene scene;
    private TicketNumber library;
    private Instant tomorrow;
    private OwnState supplier;

    @BeforeEach
    void the_desk_waits_for_suppliers() {
        scene = Scene.on(beans);
        library = scene.library();
        tomorrow = clock.instant().plus(Duration.ofDays(1));
        supplier = added(State.PENDING_REMINDER, "In attesa del fornitore", "Waiting for the supplier");
    }

    @Test
    void it_is_offered_behind_the_one_as_which_it_behaves_and_called_as_the_house_says() {
        var phone = added(State.CLOSED_SUCCESSFUL, "Risolto per telefono", "Settled by phone");
        var workshop = added(State.PENDING_REMINDER, "In officina", "In the workshop");
        assertThat(offered(State.PENDING_REMINDER)).containsExactly(State.PENDING_REMINDER, supplier, workshop);
        assertThat(offered(State.CLOSED_SUCCESSFUL)).containsExactly(State.CLOSED_SUCCESSFUL, phone);
        assertThat(said(supplier, Language.ENGLISH)).isEqualTo("Waiting for the supplier");
        assertThat(labels.now().mark(workshop)).isEqualTo(Mark.VIOLET);

        done(keeping.move(workshop.own(), true, Authority.HOUSE));
        assertThat(offered(State.PENDING_REMINDER)).containsExactly(State.PENDING_REMINDER, workshop, supplier);
        correct(supplier, settings(supplier.model(), "Dal fornitore", "At the supplier", Mark.PINK, false));
        assertThat(offered(State.PENDING_REMINDER)).containsExactly(State.PENDING_REMINDER, workshop);
        assertThat(labels.now().mark(supplier)).isEqualTo(Mark.PINK);
    }

    @Test
    void a_node_that_has_not_heard_of_it_yet_says_what_it_behaves_like() {
        assertThat(said(new OwnState(987654, State.OPEN), Language.ITALIAN)).isEqualTo("Aperto");
    }

    @Test
    void a_ticket_waits_in_it_is_reminded_and_leaves_it_with_the_state() {
        postpone(library, supplier);
        assertThat(scene.state(library)).isEqualTo(supplier);
        assertThat(scene.events(library))
                .contains(
                        new TicketEvent.StateChanged(scene.id(library), laura().actor(), State.IN_PROGRESS, supplier));
        assertThat(uses(supplier)).isEqualTo(1);

        scene.dayCame(library);
        scene.fallDue();
        assertThat(scene.state(library)).isEqualTo(supplier);
        assertThat(scene.types(library)).contains("ReminderReached");

        done(postponing.resume(library, laura()));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
        assertThat(uses(supplier)).isZero();
    }

    @Test
    void an_answer_leaves_a_ticket_that_is_open_in_its_own_way_as_it_is() {
        var workshop = added(State.OPEN, "In officina", "In the workshop");
        db.sql("update ticket set state_id = :state, state_type = 'open', own_state_id = :own where number = :number")
                .param("state", workshop.model().id())
                .param("own", workshop.own())
                .param("number", library.value())
                .update();
        followUp();
        assertThat(scene.state(library)).isEqualTo(workshop);

        postpone(library, supplier);
        followUp();
        assertThat(scene.state(library)).isNotEqualTo(supplier);
    }

    /** From one to the other of the same behaviour is a change of state all the same. */
    @Test
    void it_goes_from_one_to_the_other() {
        postpone(library, State.PENDING_REMINDER);
        postpone(library, supplier);
        assertThat(scene.events(library).getLast())
                .isInstanceOfSatisfying(
                        TicketEvent.Postponed.class,
                        again -> assertThat(again)
                                .returns(State.PENDING_REMINDER, TicketEvent.Postponed::before)
                                .returns(false, TicketEvent.Postponed::onlyTheDay));
        postpone(library, supplier);
        assertThat(scene.events(library).getLast())
                .isInstanceOfSatisfying(
                        TicketEvent.Postponed.class,
                        again -> assertThat(again.onlyTheDay()).isTrue());
    }

    @Test
    void a_ticket_is_closed_in_it_and_what_closes_by_itself_ends_in_ours() {
        var phone = added(State.CLOSED_SUCCESSFUL, "Risolto per telefono", "Settled by phone");
        done(close(phone));
        assertThat(scene.state(library)).isEqualTo(phone);
        assertThat(scene.events(library).getLast())
                .isInstanceOfSatisfying(
                        TicketEvent.Closed.class,
                        closed -> assertThat(closed.successful()).isTrue());

        var lamp = scene.lamp();
        var quiet = added(State.PENDING_CLOSE_SUCCESSFUL, "Silenzio assenso", "Closes in silence");
        done(postponing.postpone(
                lamp, scene.version(lamp), quiet, tomorrow, null, scene.as(sportello.cast.Operator.MARIO)));
        scene.dayCame(lamp);
        scene.fallDue();
        assertThat(scene.state(lamp)).isEqualTo(State.CLOSED_SUCCESSFUL);
    }

    @Test
    void a_ticket_comes_back_out_of_a_merge_as_it_was() {
        postpone(library, supplier);
        var other = scene.library();
        var merging = beans.getBean(Merging.class);
        done(merging.merge(library, scene.version(library), other, laura()));
        assertThat(scene.state(library)).isEqualTo(State.MERGED);
        done(merging.undo(library, laura()));
        assertThat(scene.state(library)).isEqualTo(supplier);
    }

    @Test
    void what_was_done_by_mistake_is_undone_to_it() {
        postpone(library, supplier);
        var restoring = beans.getBean(Restoring.class);
        var was = restoring.asItIs(library, laura());
        done(close(State.CLOSED_SUCCESSFUL));
        done(restoring.undoClosing(library, scene.version(library), was, laura()));
        assertThat(scene.state(library)).isEqualTo(supplier);
    }

    @Test
    void what_is_out_of_use_strange_or_of_another_kind_is_not_taken() {
        var phone = added(State.CLOSED_SUCCESSFUL, "Risolto per telefono", "Settled by phone");
        assertThat(why(supplier(phone.own()))).isEqualTo("states.unknown");
        assertThat(why(supplier(987654))).isEqualTo("states.unknown");
        assertThat(why(phone)).isEqualTo("pending.unchosen");
        assertThat(refusal(close(supplier)).message()).isEqualTo("states.unknown");
        postpone(library, supplier);
        correct(
                supplier,
                settings(supplier.model(), "In attesa del fornitore", "Waiting for the supplier", null, false));
        assertThat(scene.state(library)).as("what is in it stays").isEqualTo(supplier);
        assertThat(why(supplier)).isEqualTo("states.unknown");
    }

    @Test
    void a_name_is_needed_in_both_languages_and_of_nobody_else() {
        assertThat(refusedFor(settings(State.OPEN, "Presso terzi", " ", null, true)))
                .isEqualTo("own_states.name");
        assertThat(refusedFor(settings(State.OPEN, "x".repeat(61), "x", null, true)))
                .isEqualTo("states.long");
        assertThat(refusedFor(settings(State.OPEN, "in ATTESA del fornitore", "x", null, true)))
                .isEqualTo("states.known");
        assertThat(refusedFor(settings(State.OPEN, "aperto", "x", null, true))).isEqualTo("states.known");
        assertThat(refusedFor(settings(State.OPEN, "Presso terzi", "Removed", null, true)))
                .isEqualTo("states.known");
        for (var model : new State[] {null, State.IN_PROGRESS, State.MERGED, State.REMOVED})
            assertThat(refusedFor(settings(model, "Presso terzi", "With others", null, true)))
                    .isEqualTo("own_states.model");
        assertThat(beans.getBean(KeepingLabels.class)
                        .correct(
                                LabelList.STATES,
                                State.OPEN.id(),
                                0,
                                settings(State.OPEN, "In attesa del fornitore", "Open", null, true)
                                        .label(),
                                Authority.HOUSE))
                .as("nor is one of ours called so")
                .isEqualTo(Outcome.refused("states.known", "In attesa del fornitore"));
    }

    @Test
    void only_administrators_keep_them_nobody_over_a_colleague_and_the_behaviour_stays() {
        var settings = settings(supplier.model(), "Dal fornitore", "At the supplier", null, true);
        assertThat(refusal(keeping.add(settings, laura().authority())).message())
                .isEqualTo("states.administer");
        assertThat(refusal(keeping.correct(supplier.own(), 0, settings, laura().authority()))
                        .message())
                .isEqualTo("states.administer");
        assertThat(refusal(keeping.move(supplier.own(), true, laura().authority()))
                        .message())
                .isEqualTo("states.administer");
        correct(supplier, settings);
        assertThat(refusal(keeping.correct(supplier.own(), 0, settings, Authority.HOUSE))
                        .message())
                .isEqualTo("states.changed");
        assertThat(refusal(keeping.correct(
                                supplier.own(),
                                1,
                                settings(State.OPEN, "Dal fornitore", "At the supplier", null, true),
                                Authority.HOUSE))
                        .message())
                .isEqualTo("own_states.stays");
        assertThat(db.sql(
                                "select name || ' ' || act from audit_line where topic = 'own_states' and name like '% fornitore' order by no")
                        .query(String.class)
                        .list())
                .containsExactly("In attesa del fornitore made", "Dal fornitore changed");
    }

    @Test
    void lists_are_narrowed_to_it_and_the_one_as_which_it_behaves_finds_it_too() {
        postpone(library, supplier);
        assertThat(waitingIn(supplier)).contains(library);
        assertThat(waitingIn(State.PENDING_REMINDER)).contains(library);
        assertThat(waitingIn(added(State.PENDING_REMINDER, "In officina", "In the workshop")))
                .isEmpty();
    }

    private List<TicketNumber> waitingIn(Status status) {
        var narrowing = new Narrowing(null, null, null, null, null, null, status);
        var filter = new TicketFilter(Whose.ALL, Stage.ACTIVE, null, null, narrowing);
        return beans.getBean(TicketLists.class).newest(laura(), filter, 50).rows().stream()
                .peek(row -> assertThat(status.covers(row.state())).isTrue())
                .map(TicketRow::number)
                .toList();
    }

    private void followUp() {
        done(followingUp.byPortal(
                library, text("Ci sono novità?"), Uploads.NONE, scene.cast().as(Caller.GIULIA)));
    }

    private OwnState added(State model, String italian, String english) {
        done(keeping.add(settings(model, italian, english, null, true), Authority.HOUSE));
        return keeping.all().getLast().state();
    }

    private void correct(OwnState state, OwnStateSettings settings) {
        var seen = keeping.find(state.own()).orElseThrow().label().version();
        done(keeping.correct(state.own(), seen, settings, Authority.HOUSE));
    }

    private String refusedFor(OwnStateSettings settings) {
        return refusal(keeping.add(settings, Authority.HOUSE)).message();
    }

    private static OwnStateSettings settings(State model, String italian, String english, Mark mark, boolean valid) {
        return new OwnStateSettings(
                model, new LabelSettings(new Label(italian, english), new Label("", ""), mark, valid));
    }

    private List<Status> offered(State state) {
        return labels.now().offered(List.of(state), null);
    }

    private String said(Status status, Language language) {
        return messages.getMessage("state." + status.key(), null, language.locale());
    }

    private long uses(OwnState state) {
        return keeping.find(state.own()).orElseThrow().uses();
    }

    private static OwnState supplier(int number) {
        return new OwnState(number, State.PENDING_REMINDER);
    }

    private String why(Status pending) {
        return refusal(postponing.postpone(library, scene.version(library), pending, tomorrow, null, laura()))
                .message();
    }

    private void postpone(TicketNumber number, Status pending) {
        done(postponing.postpone(number, scene.version(number), pending, tomorrow, null, laura()));
    }

    private Outcome<Trace> close(Status end) {
        return closing.close(library, scene.version(library), end, title("Chiusura"), text("Fatto."), false, laura());
    }

    private AgentViewer laura() {
        return scene.as(LAURA);
    }
}
