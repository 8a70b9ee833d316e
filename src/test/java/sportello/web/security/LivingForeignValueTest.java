package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import sportello.identity.LoggedIn;
import sportello.identity.Viewers;

/**
 * Next door there is another house of the same make: a group with its queue, ticket, file, template, and a colleague with
 * drafts, searches, appointments, keys and sessions, each under one and the same number. Whoever says that number where an
 * id is asked, in an address, a question or a form, reads nothing of it and changes nothing there (X3).
 */
class LivingForeignValueTest extends RouteWalk {
    private static final Pattern ID = Pattern.compile("\\d+|\\d+-\\d+|ALTRO-1");
    private static final Pattern ID_TYPE = Pattern.compile("\\b([Ll]ong|TicketNumber)\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    /** Where any colleague may be named, whatever the colleague reads. */
    private static final Set<String> COLLEAGUES =
            Set.of("POST /account/absence substitute", "POST /customers owner", "POST /customers responsible");

    @Autowired
    RequestMappingHandlerMapping handlers;

    @Autowired
    Viewers viewers;

    private final List<String> complaints = new ArrayList<>();
    private int sent;

    @Test
    void nobody_reaches_what_is_next_door_by_its_id() {
        var stage = stage();
        var next = new NextDoor(db);
        assertThat(whatTheNeighbourReads()).as("it is there").contains(NextDoor.CANARY);
        replay(stage, next, Subject.AGENT_RW, Audience.AGENT, Audience.PERSON);
        next.customers();
        replay(stage, next, Subject.THE_CUSTOMER_USER, Audience.CUSTOMER, Audience.PERSON);
        assertThat(complaints).isEmpty();
        assertThat(sent).as("tries").isGreaterThan(200);
    }

    private String whatTheNeighbourReads() {
        var neighbour = viewers.agent(NextDoor.colleague()).orElseThrow();
        return text(answer(new Asked(NextDoor.ticket(), Map.of()), HttpMethod.GET, LoggedIn.as(neighbour, db)));
    }

    private void replay(Stage stage, NextDoor next, Subject subject, Audience... doors) {
        var browser = LoggedIn.as(stage.viewer(subject), db);
        for (var route : table.all()) {
            if (!Arrays.asList(doors).contains(route.audience()) || Walk.isStream(route)) continue;
            undone(() -> {
                var good = Walk.to(route, stage).buildRequest(new MockServletContext());
                var before = route.method().equals(HttpMethod.POST) ? next.state() : Map.<String, String>of();
                for (var asked : spoiled(route, good)) send(route, asked, next, before, browser);
            });
        }
    }

    /** @param values of the question or the form */
    private record Asked(String address, Map<String, String[]> values) {}

    private List<Asked> spoiled(Route route, MockHttpServletRequest good) {
        var all = new ArrayList<Asked>();
        var address = good.getRequestURI();
        var parts = route.pattern().getPatternString().split("/");
        for (int place = 0; place < parts.length; place++) {
            var variable = VARIABLE.matcher(parts[place]);
            if (!variable.matches() || List.of("no", "position", "kind").contains(variable.group(1))) continue;
            var actual = address.split("/");
            actual[place] = NextDoor.called(variable.group(1));
            all.add(new Asked(String.join("/", actual), good.getParameterMap()));
        }
        for (var name : names(route, good)) {
            var values = new TreeMap<>(good.getParameterMap());
            values.put(name, new String[] {NextDoor.called(name)});
            all.add(new Asked(address, values));
        }
        return all;
    }

    /** Whatever the door reads as an id, and what of a good request looks like one. */
    private TreeSet<String> names(Route route, MockHttpServletRequest good) {
        var names = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((door, handler) -> {
            if (!door.getMethodsCondition()
                            .getMethods()
                            .toString()
                            .contains(route.method().name())
                    || !door.getPatternValues().contains(route.pattern().getPatternString())) return;
            for (var parameter : handler.getMethod().getParameters()) {
                var type = parameter.getType();
                if (ID_TYPE.matcher(parameter.getParameterizedType().getTypeName())
                        .find()) names.add(parameter.getName());
                else if (type.isRecord())
                    Stream.of(type.getRecordComponents())
                            .filter(part -> ID_TYPE.matcher(
                                            part.getGenericType().getTypeName())
                                    .find())
                            .forEach(part -> names.add(part.getName()));
            }
        });
        good.getParameterMap().forEach((name, values) -> {
            if (ID.matcher(values[0]).matches()) names.add(name);
        });
        names.remove("version");
        names.removeIf(name -> COLLEAGUES.contains(route.name() + " " + name));
        VARIABLE.matcher(route.pattern().getPatternString()).results().forEach(taken -> names.remove(taken.group(1)));
        return names;
    }

    private void send(
            Route route, Asked asked, NextDoor next, Map<String, String> before, RequestPostProcessor browser) {
        sent++;
        undone(() -> {
            var answer = answer(asked, route.method(), browser);
            var what = route.name() + " with " + difference(asked);
            if (text(answer).contains(NextDoor.CANARY)) complaints.add(what + " tells of next door");
            if (answer.getStatus() >= 500) complaints.add(what + " answers " + answer.getStatus());
            if (route.method().equals(HttpMethod.POST) && (answer.getStatus() < 400 || answer.getStatus() == 422)) {
                var after = next.state();
                after.keySet().removeIf(table -> after.get(table).equals(before.get(table)));
                if (!after.isEmpty()) complaints.add(what + " changes " + after.keySet());
            }
        });
    }

    private static String difference(Asked asked) {
        return asked.address()
                + asked.values().entrySet().stream()
                        .filter(value -> NextDoor.isCalled(value.getValue()[0]))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private MockHttpServletResponse answer(Asked asked, HttpMethod method, RequestPostProcessor browser) {
        var request = request(method, URI.create(asked.address()));
        asked.values().forEach(request::param);
        try {
            return web.perform(request.with(browser)).andReturn().getResponse();
        } catch (Exception broken) {
            throw new AssertionError(difference(asked), broken);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }

    private void undone(Runnable work) {
        var undone = new TransactionTemplate(transactions);
        undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        undone.executeWithoutResult(change -> {
            change.setRollbackOnly();
            work.run();
        });
    }
}
