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
            entry("GET /tickets/{number}", stage -> get(ticket(stage, ""))),
            entry("GET /tickets/{number}/history", stage -> get(ticket(stage, "/history"))),
            entry("GET /tickets/{number}/answers/new", stage -> get(ticket(stage, "/answers/new"))),
            entry("GET /tickets/{number}/closure/new", stage -> get(ticket(stage, "/closure/new"))),
            entry("GET /tickets/{number}/notes/new", stage -> get(ticket(stage, "/notes/new"))),
            entry("GET /tickets/{number}/calls/new", stage -> get(ticket(stage, "/calls/new?call=made"))),
            entry("GET /tickets/{number}/mails/new", stage -> get(ticket(stage, "/mails/new"))),
            entry("GET /tickets/{number}/forwards/new", stage -> get(ticket(stage, "/forwards/new?article=1"))),
            entry("GET /tickets/{number}/redirects/new", stage -> get(ticket(stage, "/redirects/new?article=1"))),
            entry("GET /tickets/{number}/owner/edit", stage -> get(ticket(stage, "/owner/edit"))),
            entry("GET /tickets/{number}/responsible/edit", stage -> get(ticket(stage, "/responsible/edit"))),
            entry("POST /tickets/{number}/lock", stage -> post(ticket(stage, "/lock"))),
            entry("POST /tickets/{number}/release", stage -> post(ticket(stage, "/release"))),
            entry("POST /tickets/{number}/notes", stage -> written(stage, "/notes")),
            entry(
                    "POST /tickets/{number}/calls",
                    stage -> written(stage, "/calls").param("call", "made").param("other", "Ditta Neri")),
            entry(
                    "POST /tickets/{number}/mails",
                    stage -> written(stage, "/mails").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/answers",
                    stage -> written(stage, "/answers").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/drafts",
                    stage -> written(stage, "/drafts").param("kind", "note")),
            entry(
                    "POST /tickets/{number}/drafts/discard",
                    stage -> post(ticket(stage, "/drafts/discard")).param("kind", "note")),
            entry(
                    "POST /tickets/{number}/forwards",
                    stage -> written(stage, "/forwards").param("article", "1").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/redirects",
                    stage -> decided(stage, "/redirects").param("article", "1").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/resends",
                    stage -> post(ticket(stage, "/resends"))
                            .param("article", "" + stage.failedMail())
                            .param("position", "1")),
            entry(
                    "POST /tickets/{number}/closure",
                    stage -> written(stage, "/closure").param("successful", "true")),
            entry(
                    "POST /tickets/{number}/priority",
                    stage -> decided(stage, "/priority").param("priority", "HIGH")),
            entry(
                    "POST /tickets/{number}/move",
                    stage -> decided(stage, "/move").param("queue", "" + stage.queue())),
            entry(
                    "POST /tickets/{number}/owner",
                    stage -> decided(stage, "/owner").param("agent", "" + stage.able())),
            entry(
                    "POST /tickets/{number}/responsible",
                    stage -> decided(stage, "/responsible").param("agent", "" + stage.able())),
            entry("GET /articles/{id}/body", stage -> get("/articles/" + stage.htmlArticle() + "/body")),
            entry(
                    "GET /articles/{id}/attachments/{position}",
                    stage -> get("/articles/" + stage.articleWithFile() + "/attachments/1")),
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

    private static String ticket(Stage stage, String part) {
        return "/tickets/" + stage.number() + part;
    }

    private static MockHttpServletRequestBuilder decided(Stage stage, String part) {
        return post(ticket(stage, part)).param("version", "" + stage.version());
    }

    private static MockHttpServletRequestBuilder written(Stage stage, String part) {
        return decided(stage, part)
                .param("subject", "Orario")
                .param("text", "Fatto.")
                .param("visible", "true");
    }

    private static MockHttpServletRequestBuilder get(String address) {
        return request(HttpMethod.GET, URI.create(address));
    }

    private static MockHttpServletRequestBuilder post(String address) {
        return request(HttpMethod.POST, URI.create(address));
    }
}
