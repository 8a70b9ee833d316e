package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;

/** The database tells at each request who is looking and what exists for them. */
@SportelloTest
@Transactional
class SessionsTest {

    @Autowired
    JdbcClient db;

    @Autowired
    Sessions sessions;

    @Autowired
    Accounts accounts;

    @Autowired
    KeepingAccess access;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
    }

    @Test
    void an_agent_looks_with_the_grants_that_he_has_directly_and_by_roles() {
        assertThat(sessions.viewer(sessionOf(cast.as(LAURA)))).contains(cast.as(LAURA));
        assertThat(sessions.viewer(sessionOf(cast.as(CARLA)))).contains(cast.as(CARLA));
        assertThat(cast.as(CARLA).grants().byGroup()).isNotEmpty();
    }

    @Test
    void a_customer_user_looks_for_all_organisations_for_which_he_may_ask() {
        var own = cast.as(GIULIA).customer();
        var further = db.sql("select id from customer where code = 'VALDOMBRA'")
                .query(Long.class)
                .single();
        db.sql("insert into customer_user_further_customer values (:user, :customer)")
                .param("user", cast.id(GIULIA).value())
                .param("customer", further)
                .update();

        assertThat(sessions.viewer(sessionOf(cast.as(GIULIA)))).get().satisfies(viewer -> {
            var giulia = (Viewer.CustomerViewer) viewer;
            assertThat(giulia.customer()).isEqualTo(own);
            assertThat(giulia.customers()).hasSize(2).contains(own);
        });
    }

    @Test
    void a_right_that_is_taken_away_is_gone_at_the_next_look() {
        var session = sessionOf(cast.as(LAURA));
        db.sql("delete from agent_permission where agent_id = :laura")
                .param("laura", cast.id(LAURA).value())
                .update();

        assertThat(sessions.viewer(session))
                .get()
                .satisfies(viewer -> assertThat(
                                ((Viewer.AgentViewer) viewer).grants().byGroup())
                        .isEmpty());
    }

    @Test
    void who_may_no_longer_enter_is_nobody_and_does_not_come_back_with_the_old_session() {
        var session = sessionOf(cast.as(LAURA));
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        assertThat(sessions.viewer(session)).isEmpty();

        db.sql("update agent set valid = true where login = 'laura.bassi'").update();
        assertThat(sessions.viewer(session)).isEmpty();
    }

    @Test
    void a_customer_user_who_leaves_has_no_session_left_either() {
        var session = sessionOf(cast.as(GIULIA));
        db.sql("update customer_user set valid = false where login = 'giulia.moretti'")
                .update();
        db.sql("update customer_user set valid = true where login = 'giulia.moretti'")
                .update();
        assertThat(sessions.viewer(session)).isEmpty();
    }

    @Test
    void a_shorter_end_counts_at_once_for_sessions_that_are_open() {
        var anna = cast.as(ANNA).authority();
        var session = sessionOf(cast.as(LAURA));
        unseenFor("50 minutes");
        assertThat(access.correct(access.version(), new AccessRules(false, false, 45, 168, "", "", 12), anna))
                .isInstanceOf(Outcome.Done.class);
        assertThat(sessions.viewer(session)).isEmpty();

        var busy = sessionOf(cast.as(LAURA));
        db.sql("update login_session set created_at = created_at - interval '2 hours'")
                .update();
        assertThat(sessions.viewer(busy)).isPresent();
        assertThat(access.correct(access.version(), new AccessRules(false, false, 45, 1, "", "", 12), anna))
                .isInstanceOf(Outcome.Done.class);
        assertThat(sessions.viewer(busy)).isEmpty();
    }

    @Test
    void the_rules_have_bounds_and_only_administrators_change_them() {
        var version = access.version();
        var rules = new AccessRules(true, false, 45, 12, "", "", 12);
        assertThat(access.correct(version, rules, cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
        for (var odd : List.of(
                new AccessRules(true, false, 4, 12, "", "", 12),
                new AccessRules(true, false, 10_081, 12, "", "", 12),
                new AccessRules(true, false, 45, 0, "", "", 12),
                new AccessRules(true, false, 45, 721, "", "", 12)))
            assertThat(access.correct(version, odd, cast.as(ANNA).authority())).isInstanceOf(Outcome.Refused.class);
        assertThat(access.correct(version, rules, cast.as(ANNA).authority())).isInstanceOf(Outcome.Done.class);
        assertThat(access.correct(version, rules, cast.as(ANNA).authority())).isInstanceOf(Outcome.Refused.class);
        assertThat(access.get()).isEqualTo(rules);
    }

    @Test
    void half_a_day_of_silence_ends_a_session() {
        var session = sessionOf(cast.as(LAURA));

        unseenFor("11 hours 59 minutes");
        assertThat(sessions.viewer(session)).isPresent();
        unseenFor("12 hours");
        assertThat(sessions.viewer(session)).isEmpty();
    }

    @Test
    void a_week_ends_a_session_however_busy() {
        var session = sessionOf(cast.as(LAURA));
        db.sql("update login_session set expires_at = expires_at - interval '7 days'")
                .update();

        assertThat(sessions.viewer(session)).isEmpty();
    }

    @Test
    void a_look_is_noted_once_a_minute_at_most() {
        var session = sessionOf(cast.as(LAURA));

        unseenFor("30 seconds");
        var before = seenAt();
        sessions.viewer(session);
        assertThat(seenAt()).isEqualTo(before);

        unseenFor("2 minutes");
        before = seenAt();
        sessions.viewer(session);
        assertThat(seenAt()).isNotEqualTo(before);
    }

    @Test
    void only_the_living_survive_the_sweep() {
        var living = sessionOf(cast.as(CARLA));
        sessionOf(cast.as(LAURA));
        db.sql("""
                update login_session set seen_at = seen_at - interval '13 hours'
                 where account_id = (select id from account where agent_id = :laura)
                """).param("laura", cast.id(LAURA).value()).update();

        sessions.purge();

        assertThat(db.sql("select count(*) from login_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(sessions.viewer(living)).isPresent();
    }

    @Test
    void how_a_session_ended_stands_in_the_log_of_access() {
        var begin = lastLine();
        for (var why : List.of("seen_at = seen_at - interval '13 hours'", "expires_at = now()")) {
            sessionOf(cast.as(LAURA));
            db.sql("update login_session set " + why).update();
            sessions.purge();
        }
        var carla = LoggedIn.account(cast.as(CARLA), db);
        for (var i = 0; i <= Sessions.MOST; i++) sessions.open(carla, new Visitor("192.0.2.7", "Test"));

        assertThat(db.sql("""
                select l.kind || ' ' || l.why || ' ' || g.login
                  from access_line l
                  join agent g on g.id = l.agent_id
                 where l.no > :begin
                 order by l.no
                """).param("begin", begin).query(String.class).list())
                .containsExactly(
                        "session_ended quiet laura.bassi",
                        "session_ended longest laura.bassi",
                        "session_ended many carla.neri");
    }

    private long lastLine() {
        return db.sql("select coalesce(max(no), 0) from access_line")
                .query(Long.class)
                .single();
    }

    @Test
    void of_too_many_the_one_that_was_seen_longest_ago_ends() {
        var account = LoggedIn.account(cast.as(LAURA), db);
        var colleague = sessionOf(cast.as(CARLA));
        var visitor = new Visitor("192.0.2.7", "Test");
        var all = Stream.generate(() -> sessions.open(account, visitor))
                .limit(Sessions.MOST)
                .toList();
        db.sql("update login_session set seen_at = seen_at - interval '5 minutes' where token_hash = :hash")
                .param("hash", all.get(7).hash())
                .update();

        var one = sessions.open(account, visitor);

        assertThat(sessions.viewer(all.get(7))).isEmpty();
        assertThat(sessions.viewer(all.getFirst())).isPresent();
        assertThat(sessions.viewer(one)).isPresent();
        assertThat(sessions.viewer(colleague)).isPresent();
        assertThat(db.sql("select count(*) from login_session where account_id = :account")
                        .param("account", account.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(Sessions.MOST);
    }

    @Test
    void an_ended_session_and_an_invented_one_are_nobodys() {
        var session = sessionOf(cast.as(LAURA));
        sessions.end(session);

        assertThat(sessions.viewer(session)).isEmpty();
        assertThat(sessions.viewer(Secret.fresh())).isEmpty();
    }

    @Test
    void a_new_password_ends_every_session_of_the_person_and_of_nobody_else() {
        var desk = sessionOf(cast.as(LAURA));
        var phone = sessionOf(cast.as(LAURA));
        var colleague = sessionOf(cast.as(CARLA));

        accounts.setPassword(accounts.of(cast.as(LAURA)).id(), "hash");

        assertThat(sessions.viewer(desk)).isEmpty();
        assertThat(sessions.viewer(phone)).isEmpty();
        assertThat(sessions.viewer(colleague)).isPresent();
    }

    private Secret sessionOf(Viewer viewer) {
        return LoggedIn.session(viewer, db);
    }

    private void unseenFor(String time) {
        db.sql("update login_session set seen_at = now() - cast(:time as interval)")
                .param("time", time)
                .update();
    }

    private Object seenAt() {
        return db.sql("select seen_at from login_session").query().singleValue();
    }
}
