package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import sportello.SportelloTest;
import sportello.browser.Browser;
import sportello.browser.Look;
import sportello.browser.Parts;
import sportello.identity.Accounts;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewer.CustomerViewer;
import sportello.settings.Secrets;
import sportello.ticket.Opening;
import sportello.web.Assets;

/**
 * Every page that the table of routes knows is looked at by those for whom it is, on a phone and on a wide screen, by
 * day and by night. The stories look only at the pages they pass. Run by bin/drill LooksDrill.
 */
@Tag("drill")
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "house=with every page")
class LooksDrill {
    private static final List<Integer> WIDTHS = List.of(360, 1440);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<Subject> PEOPLE =
            List.of(Subject.ANONYMOUS, Subject.THE_CUSTOMER_USER, Subject.ADMINISTRATOR, Subject.AGENT_RW);

    /** The way out ends the session of whoever looks; in what came by mail no script runs, theirs or ours; the way
     * to a provider leads out of the house. */
    private static final Set<String> NOT_LOOKED_AT = Set.of(
            "GET /logout",
            "GET /login/oidc",
            "GET /login/saml",
            "GET /login/saml/metadata/{audience}",
            "GET /articles/{id}/body");

    @LocalServerPort
    private int port;

    @Autowired
    private Secrets secrets;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Routes table;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Opening opening;

    @Autowired
    private Assets assets;

    private final List<String> complaints = new ArrayList<>();
    private int looks;

    @Test
    void every_page_is_for_everybody() {
        var stage = new Stage(db, accounts, opening, secrets, assets.address("sportello.css"));
        var logins = new LinkedHashMap<Subject, String>();
        for (var subject : PEOPLE)
            logins.put(subject, subject == Subject.ANONYMOUS ? "" : login(stage.viewer(subject)));
        var pages = pages(stage);
        try (var browser = new Browser("http://localhost:" + port)) {
            logins.forEach((subject, login) -> look(browser, subject, login, pages));
        }
        assertThat(looks).isGreaterThan(4 * pages.size() / 2);
        assertThat(complaints).isEmpty();
    }

    private Map<Route, String> pages(Stage stage) {
        var pages = new LinkedHashMap<Route, String>();
        for (var route : table.all()) {
            if (!route.method().equals(HttpMethod.GET) || Walk.isStream(route) || NOT_LOOKED_AT.contains(route.name()))
                continue;
            var asked = Walk.to(route, stage).buildRequest(new MockServletContext());
            var query = asked.getQueryString();
            pages.put(route, asked.getRequestURI() + (query == null ? "" : "?" + query));
        }
        return pages;
    }

    private void look(Browser browser, Subject subject, String login, Map<Route, String> pages) {
        for (var width : WIDTHS)
            for (var scheme : SCHEMES) {
                var window = browser.window(width, 800, scheme);
                window.navigate("/login");
                if (!login.isEmpty()) enter(window, login);
                pages.forEach((route, address) -> {
                    if (isMeantFor(subject, route) && isPage(window, address))
                        look(window, address, "drill/%s-%d-%s%s".formatted(subject, width, scheme, name(route)));
                });
            }
    }

    private static void enter(Page window, String login) {
        Parts.logIn(window, login, Stage.PASSWORD);
        window.waitForURL(url -> !url.contains("/login"));
    }

    /** Nobody looks at what somebody before has looked at with the same eyes. */
    private static boolean isMeantFor(Subject subject, Route route) {
        return Fate.promised(route, subject) == Fate.ADMITTED
                && PEOPLE.stream()
                        .takeWhile(earlier -> earlier != subject)
                        .filter(earlier -> earlier.isAgent() == subject.isAgent())
                        .noneMatch(earlier -> Fate.promised(route, earlier) == Fate.ADMITTED);
    }

    /** Neither a part of one, nor a file. */
    private static boolean isPage(Page window, String address) {
        var found = window.request().get(address);
        return found.status() == 200
                && found.headers().getOrDefault("content-type", "").startsWith("text/html")
                && found.text().stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
    }

    private void look(Page window, String address, String picture) {
        looks++;
        window.navigate(address);
        try {
            Look.at(window, picture);
        } catch (AssertionError complaint) {
            complaints.add(picture + ": " + complaint.getMessage());
        }
    }

    private static String name(Route route) {
        return route.pattern().getPatternString().replaceAll("[^a-z]+", "-");
    }

    private String login(Viewer viewer) {
        return switch (viewer) {
            case AgentViewer agent ->
                db.sql("select login from agent where id = :id")
                        .param("id", agent.id().value())
                        .query(String.class)
                        .single();
            case CustomerViewer user ->
                db.sql("select login from customer_user where id = :id")
                        .param("id", user.id().value())
                        .query(String.class)
                        .single();
        };
    }
}
