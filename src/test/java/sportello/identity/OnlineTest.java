package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;

@SportelloTest
@Transactional
class OnlineTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Online online;

    private Cast cast;

    @BeforeEach
    void nobody_is_there() {
        cast = Cast.onStage(db);
        db.sql("delete from login_session").update();
    }

    @Test
    void colleagues_are_there_once_however_many_browsers_they_use() {
        enter(MARIO);
        enter(MARIO);
        enter(LAURA);

        assertThat(online.around(cast.as(LAURA)))
                .extracting(Colleague::name)
                .containsExactly("Laura Bassi", "Mario Ferri");
    }

    @Test
    void who_was_not_seen_for_five_minutes_is_away() {
        enter(MARIO);
        db.sql("update login_session set seen_at = seen_at - interval '6 minutes'")
                .update();

        assertThat(online.around(cast.as(LAURA))).isEmpty();
    }

    @Test
    void who_may_not_enter_any_more_is_not_there() {
        enter(MARIO);
        db.sql("update agent set valid = false where login = 'mario.ferri'").update();

        assertThat(online.around(cast.as(LAURA))).isEmpty();
    }

    @Test
    void a_supplier_sees_only_those_who_work_in_the_same_queues() {
        enter(PIERO);
        enter(MARIO);
        enter(NADIA);
        enter(ANNA);

        assertThat(online.around(cast.as(PIERO)))
                .extracting(Colleague::name)
                .containsExactly("Mario Ferri", "Piero Gatti");
    }

    private void enter(Operator who) {
        LoggedIn.session(cast.as(who), db);
    }
}
