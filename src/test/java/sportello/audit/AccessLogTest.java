package sportello.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.audit.AccessLine.Person;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.Operator;

/** The log of access is append-only, and who goes around that is found out; what is too old is cut off. */
@SportelloTest
@Transactional
class AccessLogTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private AccessLog log;

    @Autowired
    private AccessSql sql;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    private long anna;
    private long giulia;
    private Instant longAgo;

    /** Of which the first two are old. */
    @BeforeEach
    void four_lines() {
        var cast = Cast.onStage(db);
        anna = cast.id(Operator.ANNA).value();
        giulia = cast.as(Caller.GIULIA).id().value();
        longAgo = clock.instant().minus(Duration.ofDays(400));
        db.sql("alter table access_line disable trigger user").update();
        db.sql("delete from access_line").update();
        db.sql("update access_begin set no = 1, hash = null").update();
        db.sql("alter table access_line enable trigger user").update();
        sql.append(longAgo, handedOut(Person.agent(anna), "q=lampione"), new Hand(anna, "Anna Riva", "192.0.2.7"));
        sql.append(longAgo, Accessed.byStranger("3f", "unknown"), new Hand(null, "", "192.0.2.8"));
        Hand.during(() -> new Hand(anna, "Anna Riva", "192.0.2.7", "Firefox, Linux"), () -> {
            events.publishEvent(handedOut(Person.customerUser(giulia), "q=Giulia Moretti"));
            return true;
        });
        events.publishEvent(handedOut(Person.agent(anna), "q=pompa"));
    }

    private static Accessed handedOut(Person person, String filter) {
        return Accessed.handedOut(person, "/search/export", 7L, filter);
    }

    @Test
    void it_tells_whose_access_it_was_who_did_it_from_where_and_what_was_taken() {
        var line = log.read(SoughtAccess.ALL, null, 2).getLast();
        assertThat(line.name()).isEqualTo("Giulia Moretti");
        assertThat(line.by()).isEqualTo("Anna Riva");
        assertThat(List.of(line.address(), line.browser(), line.thing(), line.found(), line.filter()))
                .isEqualTo(List.of("192.0.2.7", "Firefox, Linux", "/search/export", 7L, "q=Giulia Moretti"));
    }

    @Test
    void it_is_searched_by_person_kind_time_and_address() {
        assertThat(found(new SoughtAccess("riva", null, null, null, ""))).containsExactly(4L, 1L);
        assertThat(found(new SoughtAccess("", AccessKind.DENIED, null, null, "")))
                .containsExactly(2L);
        assertThat(found(new SoughtAccess("", null, longAgo.plusSeconds(1), null, "")))
                .containsExactly(4L, 3L);
        assertThat(found(new SoughtAccess("", null, null, longAgo.plusSeconds(1), "192.0.2.8")))
                .containsExactly(2L);
        assertThat(log.of(giulia)).extracting(AccessLine::no).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_line set address = '192.0.2.9' where no = 3",
                "update access_line set filter = 'q=altro' where no = 3",
                "delete from access_line where no = 3",
                "truncate access_line",
            })
    void the_database_refuses_to_change_it(String attack) {
        assertThatThrownBy(() -> db.sql(attack).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_line set agent_id = null where no = 1",
                "update access_line set kind = 'left' where no = 2",
                "update access_line set by_agent_id = null where no = 3",
                "update access_line set found = 6 where no = 3",
                "update access_line set filter = 'q=altro' where no = 3",
                "update access_line set browser = '' where no = 3",
                "update access_line set why = 'old' where no = 2",
                "update access_line set at = at + interval '1 microsecond' where no = 2",
                "delete from access_line where no = 2",
                "with gone as (delete from access_line where no = 1 returning hash)"
                        + " update access_begin set no = 2, hash = (select hash from gone)",
            })
    void an_owner_of_the_database_who_goes_around_that_is_found_out(String attack) {
        assertThat(log.firstBroken()).isEmpty();
        db.sql("alter table access_line disable trigger user").update();
        db.sql(attack).update();
        assertThat(log.firstBroken()).isPresent();
    }

    @Test
    void what_is_too_old_is_cut_off_and_a_line_says_so() {
        assertThat(log.cut(longAgo.plusSeconds(1))).isEqualTo(2);

        assertThat(found(SoughtAccess.ALL)).containsExactly(5L, 4L, 3L);
        assertThat(log.read(SoughtAccess.ALL, null, 1))
                .extracting(AccessLine::kind, AccessLine::found)
                .containsExactly(tuple(AccessKind.LINES_REMOVED, 2L));
        assertThat(log.firstBroken()).isEmpty();
        assertThat(log.cut(longAgo.plusSeconds(1))).isZero();
        assertThat(log.end().orElseThrow().no()).isEqualTo(5);
    }

    @Test
    void whoever_is_erased_is_named_in_no_filter_and_the_line_stays_true() {
        log.forget("giulia moretti");

        assertThat(log.read(SoughtAccess.ALL, null, 4))
                .extracting(AccessLine::filter)
                .containsExactly("q=pompa", null, null, "q=lampione");
        assertThat(log.firstBroken()).isEmpty();
    }

    private List<Long> found(SoughtAccess sought) {
        return log.read(sought, null, 100).stream().map(AccessLine::no).toList();
    }
}
