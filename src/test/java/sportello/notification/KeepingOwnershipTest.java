package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.queue.KeepingQueues;
import sportello.queue.KeptQueue;
import sportello.ticket.HistoryId;

/** A queue can differ from the house in who is told of what happens in it. */
@SportelloTest
@Transactional
class KeepingOwnershipTest {
    private static final Cell LOCKED_OWNER = new Cell(Moment.LOCKED, Audience.OWNER);
    private static final Cell LOCKED_RESPONSIBLE = new Cell(Moment.LOCKED, Audience.RESPONSIBLE);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private KeepingOwnership keeping;

    @Autowired
    private KeepingQueues queues;

    @Test
    void a_queue_that_says_no_is_not_told_and_the_others_are() {
        var library = Story.ofTheLibrary(beans);
        answer(queueOf(library), Map.of(LOCKED_RESPONSIBLE, false));
        assertThat(told(library.locked(LAURA))).noneMatch(line -> line.endsWith("responsible"));

        var lamp = Story.ofTheStreetLamp(beans);
        assertThat(told(lamp.locked(MARIO))).contains("Carla Neri: responsible");
    }

    @Test
    void a_queue_that_says_yes_is_told_whatever_the_house_says() {
        var library = Story.ofTheLibrary(beans);
        assertThat(keeping.correctHouse(Map.of(LOCKED_RESPONSIBLE, false), administrator()))
                .isInstanceOf(Outcome.Done.class);
        answer(queueOf(library), Map.of(LOCKED_RESPONSIBLE, true));
        assertThat(told(library.locked(LAURA))).contains("Carla Neri: responsible");

        var lamp = Story.ofTheStreetLamp(beans);
        assertThat(told(lamp.locked(MARIO))).noneMatch(line -> line.endsWith("responsible"));
    }

    @Test
    void a_queue_that_says_nothing_any_more_follows_the_house_again() {
        var queue = queueOf(Story.ofTheLibrary(beans));
        answer(queue, Map.of(LOCKED_RESPONSIBLE, false));
        assertThat(keeping.own().get(queue.queue().id())).containsExactly(Map.entry(LOCKED_RESPONSIBLE, Extent.NO));
        answer(queues.find(queue.queue().id()).orElseThrow(), Map.of());
        assertThat(keeping.own()).doesNotContainKey(queue.queue().id());
    }

    @Test
    void the_house_says_partly_where_its_rules_differ() {
        assertThat(keeping.house())
                .containsEntry(new Cell(Moment.OPENED, Audience.OWNER), Extent.YES)
                .containsEntry(LOCKED_OWNER, Extent.YES)
                .doesNotContainKey(new Cell(Moment.LOCKED, Audience.ADMINISTRATORS));
        db.sql("update notification_rule set enabled = false where event = 'opened_raw' and audience = 'owner'")
                .update();
        assertThat(keeping.house()).containsEntry(new Cell(Moment.OPENED, Audience.OWNER), Extent.PARTLY);
        keeping.correctHouse(Map.of(), administrator());
        assertThat(keeping.house()).containsEntry(new Cell(Moment.OPENED, Audience.OWNER), Extent.PARTLY);
    }

    @Test
    void who_is_in_charge_and_who_is_told_are_kept_together_or_not_at_all() {
        var kept = queueOf(Story.ofTheLibrary(beans));
        var mario = Cast.onStage(db).id(MARIO);
        var id = kept.queue().id();
        assertThat(keeping.correct(id, kept.version(), mario, null, Map.of(LOCKED_OWNER, false), administrator()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(queues.find(id).orElseThrow().queue().defaultOwner()).isEqualTo(mario);

        assertThat(keeping.correct(id, kept.version(), null, null, Map.of(), administrator()))
                .as("somebody was faster")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.own().get(id)).containsOnlyKeys(LOCKED_OWNER);
    }

    @Test
    void the_use_case_asks_who_may() {
        var kept = queueOf(Story.ofTheLibrary(beans));
        var laura = Cast.onStage(db).as(LAURA).authority();
        assertThat(keeping.correct(kept.queue().id(), kept.version(), null, null, Map.of(LOCKED_OWNER, false), laura))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correctHouse(Map.of(LOCKED_OWNER, false), laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.house()).containsEntry(LOCKED_OWNER, Extent.YES);
    }

    private void answer(KeptQueue kept, Map<Cell, Boolean> own) {
        var queue = kept.queue();
        assertThat(keeping.correct(
                        queue.id(),
                        kept.version(),
                        queue.defaultOwner(),
                        queue.defaultResponsible(),
                        own,
                        administrator()))
                .isInstanceOf(Outcome.Done.class);
    }

    private Authority administrator() {
        return Cast.onStage(db).as(ANNA).authority();
    }

    private KeptQueue queueOf(Story story) {
        return queues.all().stream()
                .filter(kept -> kept.queue().id().value()
                        == db.sql("select queue_id from ticket where id = :id")
                                .param("id", story.id().value())
                                .query(Long.class)
                                .single())
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }
}
