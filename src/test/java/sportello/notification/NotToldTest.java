package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.ticket.HistoryId;

/** Who is addressed and yet not told, and what the ledger says of it. */
@SportelloTest
@Transactional
class NotToldTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Test
    void who_did_it() {
        var line = Story.ofTheLibrary(beans).locked(LAURA);
        assertThat(fatesOf("Laura Bassi", line)).containsExactly(new Fate.NotTold(WhyNot.ACTOR));
    }

    @Test
    void who_was_told_already_as_somebody_else() {
        var lamp = Story.ofTheStreetLamp(beans);
        lamp.answeredForBy(MARIO, CARLA);
        var line = lamp.noted("Il palo è corroso.", false, Operator.PIERO);
        assertThat(fatesOf("Mario Ferri", line))
                .containsExactly(new Fate.Waiting(0, ""), new Fate.NotTold(WhyNot.TOLD_ALREADY));
    }

    @Test
    void who_has_left() {
        var library = Story.ofTheLibrary(beans);
        db.sql("update agent set valid = false where login = 'carla.neri'").update();
        assertThat(fatesOf("Carla Neri", library.locked(LAURA))).containsExactly(new Fate.NotTold(WhyNot.INVALID));
    }

    @Test
    void a_customer_user_who_has_left() {
        var library = Story.ofTheLibrary(beans);
        db.sql("update customer_user set valid = false where login = 'giulia.moretti'")
                .update();
        assertThat(fatesOf("Giulia Moretti", library.locked(LAURA))).containsExactly(new Fate.NotTold(WhyNot.INVALID));
    }

    @Test
    void who_may_no_longer_see_the_queue() {
        var library = Story.ofTheLibrary(beans);
        db.sql("delete from agent_role where agent_id = :carla")
                .param("carla", library.cast().id(CARLA).value())
                .update();
        assertThat(fatesOf("Carla Neri", library.locked(LAURA)))
                .containsExactly(new Fate.NotTold(WhyNot.NO_PERMISSION));
    }

    @Test
    void a_customer_user_who_does_not_see_the_reserved_queue() {
        var library = Story.ofTheLibrary(beans);
        db.sql("update permission_group set reserved = true").update();
        assertThat(fatesOf("Giulia Moretti", library.locked(LAURA)))
                .containsExactly(new Fate.NotTold(WhyNot.NO_PERMISSION));
    }

    @Test
    void who_has_no_usable_address() {
        var library = Story.ofTheLibrary(beans);
        db.sql("update agent set email = 'carla neri@' || chr(13) || chr(10) || 'valle' where login = 'carla.neri'")
                .update();
        assertThat(fatesOf("Carla Neri", library.locked(LAURA))).containsExactly(new Fate.NotTold(WhyNot.NO_ADDRESS));
    }

    @Test
    void a_creation_that_cannot_be_mailed_leaves_no_second_article() {
        Cast.onStage(db);
        db.sql("update customer_user set email = 'giulia@-@' where login = 'giulia.moretti'")
                .update();
        var library = Story.ofTheLibrary(beans);
        assertThat(db.sql("select count(*) from article where ticket_id = :ticket")
                        .param("ticket", library.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_only_reads_along_is_not_one_of_the_queue() {
        var line = Story.ofTheLibrary(beans).opening();
        assertThat(fatesOf("Nadia Costa", line)).isEmpty();
    }

    @Test
    void a_rule_that_is_switched_off_addresses_nobody() {
        var library = Story.ofTheLibrary(beans);
        db.sql("update notification_rule set enabled = false where event = 'locked'")
                .update();
        assertThat(ledger.of(library.locked(LAURA))).isEmpty();
    }

    private List<Fate> fatesOf(String name, HistoryId line) {
        return ledger.of(line).stream()
                .filter(entry -> entry.name().equals(name))
                .map(LedgerLine::fate)
                .toList();
    }
}
