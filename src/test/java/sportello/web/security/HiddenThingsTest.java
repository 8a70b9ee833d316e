package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * What a person may not see answers to the letter like what never was; and whatever became of it, and whatever it hangs
 * together with, no door tells of it.
 */
class HiddenThingsTest extends RouteWalk {
    /** What nothing in the house is called. */
    private static final String NEVER = "987654321012345";

    /** Drawn by lot, or what the clock says. */
    private static final String DRAWN =
            "(name=\"(_csrf|form|opened)\" value|stream-asked-value)=\"[^\"]*\"|(?<=[?]since=)[^\"]+|(?<=/bulks/)\\d+|Expires=[^;]*";

    private final List<String> surprises = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"USER_OF_ANOTHER_CUSTOMER", "AGENT_OF_ANOTHER_GROUP", "SUPPLIER"})
    void what_is_hidden_answers_like_what_never_was(Subject subject) {
        var stage = stage();
        var spy = browser(subject, stage);
        stage.viewer(Subject.AGENT_RW);
        for (var route : table.all()) {
            if (Resent.variables(route) == 0 || !isAboutOthers(route, subject)) continue;
            undone(() -> {
                var good = Walk.to(route, stage).buildRequest(new MockServletContext());
                var hidden = told(route, Resent.as(good, good.getRequestURI(), good.getParameterMap()), spy);
                var never = Resent.address(route, good, 0, NEVER);
                var missing = told(route, Resent.as(good, never, good.getParameterMap()), spy);
                compare(route.name(), hidden, missing.replace(never, good.getRequestURI()));
                return true;
            });
        }
        assertThat(surprises).isEmpty();
    }

    /** Of what admits everybody of its kind, and of what only its owner has: here that is somebody else. */
    private static boolean isAboutOthers(Route route, Subject subject) {
        if (!route.audience().equals(Audience.PERSON) && Fate.promised(route, subject) == Fate.NOT_FOUND)
            return subject.isCustomer() ? route.audience() == Audience.CUSTOMER : route.audience() == Audience.AGENT;
        return route.relation() == Relation.SELF && Fate.promised(route, subject) == Fate.ADMITTED;
    }

    /** A way in which the name of a thing reaches a door besides its address. */
    private record Way(String name, String hidden, UnaryOperator<String> address) {}

    @Test
    void what_is_hidden_is_not_to_be_guessed_by_naming_it_elsewhere() {
        var stage = stage();
        var clerk = browser(Subject.AGENT_RW, stage);
        var lamp = stage.outOfSight();
        var id = "" + stage.id(lamp);
        var ticket = "/tickets/" + stage.number();
        var seen = "version=" + stage.version();
        var ways = List.of(
                new Way("POST link", lamp, name -> ticket + "/links?other=" + name),
                new Way("POST unlink", lamp, name -> ticket + "/links/" + name + "/removal"),
                new Way("POST merge", lamp, name -> ticket + "/merge?into=" + name + "&" + seen),
                new Way("GET link", lamp, name -> ticket + "/links/new?q=" + name),
                new Way("GET merge", lamp, name -> ticket + "/merge/new?q=" + name),
                new Way("GET jump", lamp, name -> "/tickets?number=" + name),
                new Way("GET old link", id, name -> "/index.pl?Action=AgentTicketZoom;TicketID=" + name),
                new Way("GET old number", lamp, name -> "/index.pl?Action=AgentTicketZoom;TicketNumber=" + name),
                new Way("GET search", lamp, name -> "/search?q=" + name),
                new Way("GET suggestions", lamp, name -> "/search/suggestions?q=" + name),
                new Way("GET bulk", lamp, name -> "/agent/bulks/new?action=lock&ticket=" + name),
                new Way("POST bulk", lamp, name -> "/agent/bulks?action=lock&ticket=" + name),
                new Way("GET appointment", lamp, name -> "/calendar/appointments/new?ticket=" + name),
                new Way(
                        "POST appointment",
                        lamp,
                        name -> "/calendar/appointments?ticket=" + name + "&title=x"
                                + "&beginDay=2026-12-05&beginHour=09:00&endDay=2026-12-05&endHour=10:00"),
                new Way("POST take a draft", "" + stage.ownDraft(), name -> ticket + "/drafts/" + name + "/take"),
                new Way("POST discard one", "" + stage.ownDraft(), name -> ticket + "/drafts/" + name + "/discard"),
                new Way(
                        "POST take one that was sent",
                        "" + stage.sentDraft(),
                        name -> ticket + "/drafts/" + name + "/take"),
                new Way(
                        "POST discard one that was sent",
                        "" + stage.sentDraft(),
                        name -> ticket + "/drafts/" + name + "/discard"),
                new Way(
                        "POST send the file of one that was thrown away",
                        "" + stage.discardedFile(),
                        name -> ticket + "/notes?subject=x&text=x&saved.chosen=" + name + "&" + seen),
                new Way("GET a colleague's bulk", "" + stage.anothersBulk(), name -> "/agent/bulks/" + name),
                new Way("POST undo it", "" + stage.anothersBulk(), name -> "/agent/bulks/" + name + "/undo"));
        for (var way : ways) {
            var hidden = undone(() -> told(way, way.hidden(), clerk));
            var missing = undone(() -> told(way, NEVER, clerk));
            var same = hidden.replace(
                    way.address().apply(way.hidden()), way.address().apply(NEVER));
            compare(way.name(), same.replace(lamp, NEVER), missing);
        }
        assertThat(surprises).isEmpty();
    }

    private enum Fortune {
        ARCHIVED,
        REMOVED,
        EMPTIED,
        MERGED;

        Stage on(Stage stage) {
            return switch (this) {
                case ARCHIVED -> stage.archived();
                case REMOVED -> stage.removed();
                case EMPTIED -> stage.emptied();
                case MERGED -> stage.merged();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_became_of_a_ticket_it_is_seen_by_the_same_people(Fortune fortune) {
        var stage = stage();
        var reader = browser(Subject.AGENT_RO, stage);
        var stranger = browser(Subject.AGENT_OF_ANOTHER_GROUP, stage);
        var colleague = browser(Subject.COLLEAGUE_OF_THE_CUSTOMER_USER, stage);
        var other = browser(Subject.USER_OF_ANOTHER_CUSTOMER, stage);
        fortune.on(stage);
        for (var route : reading()) {
            if (route.audience() == Audience.CUSTOMER) {
                var expected = fortune == Fortune.REMOVED ? Fate.NOT_FOUND : Fate.ADMITTED;
                expect(expected, route, "colleague", knock(route, stage, colleague));
                expect(Fate.NOT_FOUND, route, "another customer", knock(route, stage, other));
            } else {
                expect(Fate.ADMITTED, route, "reader", knock(route, stage, reader));
                expect(Fate.NOT_FOUND, route, "stranger", knock(route, stage, stranger));
            }
        }
        assertThat(surprises).isEmpty();
    }

    private List<Route> reading() {
        return table.all().stream()
                .filter(route -> route.method().equals(HttpMethod.GET))
                .filter(route -> route.relation() == Relation.RO || route.relation() == Relation.CUSTOMER)
                .toList();
    }

    /** By a parent, a child, a neighbour or a merge; and drafts that are nobody else's, or were thrown away. */
    @Test
    void nobody_hears_of_what_hangs_together_with_the_ticket_and_is_hidden() {
        var stage = stage();
        var reader = browser(Subject.AGENT_RO, stage);
        var customer = browser(Subject.THE_CUSTOMER_USER, stage);
        stage.hangTogether();
        for (var route : table.all()) {
            if (!route.method().equals(HttpMethod.GET)) continue;
            var browser = route.audience() == Audience.CUSTOMER ? customer : reader;
            var text = undone(() -> told(route, Walk.to(route, stage), browser));
            for (var word : Stage.HIDDEN) if (text.contains(word)) surprises.add(word + " is heard at " + route.name());
        }
        assertThat(surprises).isEmpty();
    }

    private void expect(Fate promised, Route route, String who, MockHttpServletResponse response) {
        if (Fate.of(response) != promised)
            surprises.add(
                    "%s for a %s: promised %s, found %d".formatted(route.name(), who, promised, response.getStatus()));
    }

    private void compare(String name, String hidden, String missing) {
        if (!hidden.equals(missing)) surprises.add(name + "\n" + hidden + "\ninstead of\n" + missing);
    }

    private String told(Way way, String name, RequestPostProcessor browser) {
        var address = way.address().apply(name);
        try {
            return told(web.perform((way.name().startsWith("GET") ? get(address) : post(address)).with(browser))
                    .andReturn()
                    .getResponse());
        } catch (Exception broken) {
            throw new AssertionError(way.name(), broken);
        }
    }

    private String told(Route route, MockHttpServletRequestBuilder request, RequestPostProcessor browser) {
        return told(perform(route, request, browser));
    }

    /** All that one could tell two answers apart by, but what is drawn by lot each time. */
    private static String told(MockHttpServletResponse response) {
        try {
            var headers = response.getHeaderNames().stream()
                    .filter(name -> !name.equals("Content-Length"))
                    .sorted()
                    .map(name -> name + ": " + response.getHeaders(name));
            return Stream.concat(
                            Stream.of(response.getStatus() + " " + response.getErrorMessage()),
                            Stream.concat(headers, Stream.of(response.getContentAsString())))
                    .reduce("", (all, line) -> all + line + "\n")
                    .replaceAll(DRAWN, "");
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }
}
