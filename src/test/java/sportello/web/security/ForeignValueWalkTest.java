package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import sportello.identity.LoggedIn;

/**
 * Every door gets values that nobody would type: it answers in order, and where the thing in its address cannot exist
 * nothing changes. Each value of each request is spoiled once, in another way than the one before it; with {@code -Dlooks=all} in every way.
 * And whoever sends more than the form has, in the hope that it is taken over, changes nothing by that.
 */
class ForeignValueWalkTest extends RouteWalk {
    private static final boolean ALL = "all".equals(System.getProperty("looks"));
    private static final List<String> ODD = List.of(
            "-1",
            "99999999999999999999",
            "x".repeat(20_000),
            "\0",
            "' or 1=1 --",
            "%",
            "2147483648",
            "",
            "0001-01-01T00:00:00Z");
    private static final List<String> NOWHERE =
            List.of("0", "-1", "9223372036854775807", "99999999999999999999", "x", "1%20or%201=1", "9".repeat(300));
    /** As columns, parts of records and parts of those are called; no form asks for them. */
    private static final List<String> MORE = List.of(
            "agent_id",
            "agentId",
            "account",
            "account_id",
            "accountId",
            "actor",
            "authority",
            "authority.administrator",
            "by",
            "by.administrator",
            "created_at",
            "createdAt",
            "createdBy",
            "customer_user_id",
            "customerUserId",
            "details.administrator",
            "form.version",
            "hash",
            "isAdministrator",
            "keys[1]",
            "no",
            "owner_id",
            "ownerId",
            "passwordHash",
            "password_hash",
            "queue_id",
            "queueId",
            "seen.value",
            "state_id",
            "ticket.id",
            "ticket.queue",
            "viewer",
            "viewer.id",
            "visible_to_customer");

    private final List<String> complaints = new ArrayList<>();
    private int turn;

    @Test
    void whatever_is_typed_every_door_answers_in_order() {
        var stage = stage();
        var administrator = LoggedIn.as(stage.viewer(Subject.ADMINISTRATOR), db);
        var clerk = LoggedIn.as(stage.viewer(Subject.AGENT_RW), db);
        var customer = LoggedIn.as(stage.viewer(Subject.THE_CUSTOMER_USER), db);
        assertThat(written()).as("what the stage has written is counted").isNotEmpty();
        for (var route : table.all()) {
            if (Walk.isStream(route)) continue;
            var browser = switch (route.audience()) {
                case AUDITOR, ADMINISTRATOR -> administrator;
                case CUSTOMER, PERSON -> customer;
                case AGENT, ANYONE -> clerk;
            };
            undone(() -> {
                var good = Walk.to(route, stage).buildRequest(new MockServletContext());
                spoilValues(route, good, browser);
                spoilBody(route, good, browser);
                spoilAddress(route, good, browser);
                if (route.method().equals(HttpMethod.POST)) sendMore(route, good, browser);
                return List.of();
            });
        }
        assertThat(complaints).isEmpty();
    }

    private void spoilValues(Route route, MockHttpServletRequest good, RequestPostProcessor browser) {
        for (var name : good.getParameterMap().keySet()) {
            for (var odd : some(ODD)) {
                var values = new TreeMap<>(good.getParameterMap());
                values.put(name, turn % 3 == 0 ? new String[] {odd, odd} : new String[] {odd});
                undone(() -> {
                    answer(route, name + "=" + odd, Resent.as(good, good.getRequestURI(), values), browser);
                    return List.of();
                });
            }
        }
    }

    private void spoilBody(Route route, MockHttpServletRequest good, RequestPostProcessor browser) {
        for (var odd : some(ODD))
            for (var body : Resent.spoiled(good, odd))
                undone(() -> {
                    var spoiled = Resent.as(good, good.getRequestURI(), good.getParameterMap());
                    answer(route, body, spoiled.content(body), browser);
                    return List.of();
                });
    }

    private void spoilAddress(Route route, MockHttpServletRequest good, RequestPostProcessor browser) {
        for (int i = 0; i < Resent.variables(route); i++) {
            for (var odd : some(NOWHERE)) {
                var address = Resent.address(route, good, i, odd);
                var changed = undone(() -> {
                    var before = written();
                    answer(route, address, Resent.as(good, address, good.getParameterMap()), browser);
                    return changed(before);
                });
                if (!changed.isEmpty()) complaints.add("%s changed %s at %s".formatted(route.name(), changed, address));
            }
        }
    }

    private void sendMore(Route route, MockHttpServletRequest good, RequestPostProcessor browser) {
        var values = new TreeMap<>(good.getParameterMap());
        MORE.forEach(name -> values.putIfAbsent(name, new String[] {"1"}));
        var asked = changedBy(route, "what is asked", good, good.getParameterMap(), browser);
        var more = changedBy(route, "more than is asked", good, values, browser);
        if (!more.equals(asked)) complaints.add("%s changed %s instead of %s".formatted(route.name(), more, asked));
    }

    private List<String> changedBy(
            Route route,
            String what,
            MockHttpServletRequest good,
            Map<String, String[]> values,
            RequestPostProcessor browser) {
        return undone(() -> {
            var before = written();
            answer(route, what, Resent.as(good, good.getRequestURI(), values), browser);
            return changed(before);
        });
    }

    /** One of them in turn; all of them in the drill. */
    private List<String> some(List<String> odd) {
        turn++;
        return ALL ? odd : List.of(odd.get(turn % odd.size()));
    }

    private void answer(Route route, String odd, MockHttpServletRequestBuilder request, RequestPostProcessor browser) {
        var shown = odd.length() > 60 ? odd.substring(0, 60) + "…" : odd;
        try {
            var status =
                    web.perform(request.with(browser)).andReturn().getResponse().getStatus();
            if (status >= 500) complaints.add("%s answered %d to %s".formatted(route.name(), status, shown));
        } catch (Exception broken) {
            complaints.add("%s broke at %s: %s".formatted(route.name(), shown, broken));
        }
    }

    /** The tables in which something was written since; a statement that failed has been complained of. */
    private List<String> changed(Map<String, Long> before) {
        try {
            var after = written();
            return after.keySet().stream()
                    .filter(name -> !after.get(name).equals(before.get(name)))
                    .toList();
        } catch (DataAccessException aborted) {
            return List.of();
        }
    }

    /** How many rows were written in each table since the test began. */
    private Map<String, Long> written() {
        var written = new TreeMap<String, Long>();
        db.sql("""
                select relname, n_tup_ins + n_tup_upd + n_tup_del as written
                  from pg_stat_xact_user_tables
                 where n_tup_ins + n_tup_upd + n_tup_del > 0
                   and relname not in ('throttle', 'login_session')
                 order by relname
                """).query(row -> {
            written.put(row.getString("relname"), row.getLong("written"));
        });
        return written;
    }
}
