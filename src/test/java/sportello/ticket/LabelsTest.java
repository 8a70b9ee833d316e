package sportello.ticket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.database.Ears;
import sportello.field.Label;

/** What nodes know of the names of states and priorities. */
@SportelloTest
class LabelsTest {
    private static final int REMOVED = State.REMOVED.id();

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ears ears;

    @Autowired
    private Labels labels;

    @Autowired
    private KeepingLabels keeping;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void everything_is_called_as_before() {
        name("");
    }

    @Test
    void a_new_name_counts_on_every_node_once_it_is_kept() throws Exception {
        var elsewhere = new Labels(new LabelSql(db));
        var begun = new CountDownLatch(1);
        var heard = new CountDownLatch(1);
        var announcements = ears.on(
                Labels.CHANNEL,
                called -> {
                    elsewhere.forget();
                    heard.countDown();
                },
                begun::countDown);
        announcements.start();
        try {
            assertThat(begun.await(10, SECONDS)).as("it listens").isTrue();
            assertThat(removed(elsewhere)).isEqualTo("");
            name("Cestinato");
            assertThat(heard.await(10, SECONDS)).as("it hears").isTrue();
            assertThat(removed(elsewhere)).isEqualTo("Cestinato");
            assertThat(removed(labels)).isEqualTo("Cestinato");
        } finally {
            announcements.stop();
        }
    }

    /** What another node has kept a moment ago was not heard of yet: whoever keeps a name looks, and does not remember. */
    @Test
    void a_name_that_another_node_has_just_taken_is_known() {
        assertThat(labels.now()).isNotNull();
        db.sql("""
                insert into own_state (state_id, name, label_en, customer_it, customer_en, valid, position)
                values (:state, 'In officina', 'In the workshop', '', '', true, 900)
                """).param("state", State.OPEN.id()).update();
        try {
            var seen = keeping.find(LabelList.STATES, REMOVED).orElseThrow().version();
            var settings = new LabelSettings(new Label("In officina", ""), new Label("", ""), null, true);
            assertThat(keeping.correct(LabelList.STATES, REMOVED, seen, settings, Authority.HOUSE))
                    .isInstanceOf(Outcome.Refused.class);
        } finally {
            db.sql("delete from own_state where name = 'In officina'").update();
        }
    }

    @Test
    void what_is_taken_back_was_never_said() {
        transaction.executeWithoutResult(status -> {
            name("Cestinato");
            assertThat(removed(labels)).isEqualTo("Cestinato");
            status.setRollbackOnly();
        });
        assertThat(removed(labels)).isEqualTo("");
    }

    /** On a node that nobody calls. */
    @Test
    void what_is_known_is_not_read_again_until_it_is_forgotten() {
        var node = new Labels(new LabelSql(db));
        var known = node.now();
        assertThat(node.now()).isSameAs(known);
        node.forget();
        assertThat(node.now()).isNotSameAs(known);
    }

    @Test
    void without_a_database_there_are_our_words() {
        assertThat(OurLabels.labels().now()).isSameAs(HouseLabels.OURS);
    }

    private static String removed(Labels labels) {
        return labels.said("state.removed", Language.ITALIAN).orElse("");
    }

    private void name(String italian) {
        var seen = keeping.find(LabelList.STATES, REMOVED).orElseThrow().version();
        var settings = new LabelSettings(new Label(italian, ""), new Label("", ""), null, true);
        assertThat(keeping.correct(LabelList.STATES, REMOVED, seen, settings, Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
    }
}
