package sportello.web.security;

import static java.util.Map.entry;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A good request for each route, about things that are there. A route without variables that is only read needs no line;
 * all others do, or the walk fails.
 */
final class Walk {
    private static final Map<String, Step> STEPS = Map.ofEntries(
            entry("GET /assets/**", stage -> get(stage.asset())),
            entry("GET /index.pl", stage -> get("/index.pl?Action=AgentTicketZoom;TicketID=" + stage.ticket())),
            entry("GET /tickets", stage -> get("/tickets?number=" + stage.number())),
            entry(
                    "POST /login",
                    stage -> post("/login").param("username", Stage.CLERK).param("password", Stage.PASSWORD)),
            entry("POST /logout", stage -> post("/logout")),
            entry("POST /reset", stage -> post("/reset").param("username", Stage.CLERK)),
            entry("GET /reset/{token}", stage -> get("/reset/" + stage.resetToken())),
            entry(
                    "POST /reset/{token}",
                    stage -> post("/reset/" + stage.resetToken())
                            .param("password", "nebbia e castagne")
                            .param("repeated", "nebbia e castagne")),
            entry(
                    "POST /account/password",
                    stage -> post("/account/password")
                            .param("oldPassword", Stage.PASSWORD)
                            .param("password", "nebbia e castagne")
                            .param("repeated", "nebbia e castagne")),
            entry(
                    "POST /portal/requests",
                    stage -> post("/portal/requests").param("title", "Caldaia").param("text", "È fredda.")),
            entry("GET /portal/requests/{number}", stage -> get("/portal/requests/" + stage.number())),
            entry(
                    "POST /portal/requests/{number}/replies",
                    stage -> post("/portal/requests/" + stage.number() + "/replies")
                            .param("text", "Grazie.")),
            entry(
                    "GET /portal/requests/{number}/attachments/{id}",
                    stage -> get("/portal/requests/" + stage.number() + "/attachments/" + stage.attachment())),
            entry("POST /preferences", stage -> post("/preferences").param("language", "en")));

    /** Answers that go on until the reader leaves. */
    private static final Set<String> STREAMS = Set.of("GET /agent/live");

    private Walk() {}

    static boolean isStream(Route route) {
        return STREAMS.contains(route.name());
    }

    /** One good request. */
    private interface Step {
        MockHttpServletRequestBuilder on(Stage stage);
    }

    static MockHttpServletRequestBuilder to(Route route, Stage stage) {
        var step = STEPS.get(route.name());
        if (step != null) return step.on(stage);
        if (!route.name().startsWith("GET ") || route.name().contains("{"))
            throw new AssertionError("Walk has no step for " + route.name());
        return get(route.pattern().getPatternString());
    }

    private static MockHttpServletRequestBuilder get(String address) {
        return request(HttpMethod.GET, URI.create(address));
    }

    private static MockHttpServletRequestBuilder post(String address) {
        return request(HttpMethod.POST, URI.create(address));
    }
}
