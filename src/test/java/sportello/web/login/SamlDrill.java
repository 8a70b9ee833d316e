package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import sportello.SportelloTest;
import sportello.browser.Browser;
import sportello.browser.Parts;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.Accounts;
import sportello.oidc.Audience;
import sportello.saml.SmallSamlProvider;
import sportello.settings.Secrets;

/**
 * The way to a provider on another site and back, in a real browser: which cookies it takes along at which step is what the
 * receipt and the next step rest on. Run by bin/drill SamlDrill.
 */
@Tag("drill")
@SportelloTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class SamlDrill {
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String COOKIE = "sportello-" + PORT + "-saml=";

    @Autowired
    private JdbcClient db;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Secrets secrets;

    @DynamicPropertySource
    static void origin(DynamicPropertyRegistry registry) {
        registry.add("sportello.port", () -> PORT);
        registry.add("sportello.base-url", () -> "http://localhost:" + PORT);
    }

    @Test
    void a_page_of_another_site_posts_the_answer_and_only_the_browser_that_left_enters_by_it() throws Exception {
        accounts.open(Cast.onStage(db).id(Operator.LAURA), "vento caldo sul molo");
        try (var provider = new SmallSamlProvider();
                var browser = new Browser("http://localhost:" + PORT)) {
            provider.keepElsewhere(Audience.DESK, db, secrets);
            provider.attributes.put("email", List.of("laura.bassi@valleservizi.example"));
            var page = browser.window();
            var asked = heard(page);
            page.navigate("/login");
            Parts.link(page, "Entra con Valle").click();
            page.waitForURL("**/agent");

            var answer = one(asked, "POST", "/login/saml/answer");
            assertThat(answer.allHeaders()).containsEntry("sec-fetch-site", "cross-site");
            assertThat(answer.allHeaders().getOrDefault("cookie", ""))
                    .as("a page of another site sends none of our cookies along")
                    .isEmpty();
            assertThat(one(asked, "GET", "/login/saml/arrival").allHeaders().getOrDefault("cookie", ""))
                    .as("the next step has it")
                    .contains(COOKIE);

            page.context().clearCookies();
            page.navigate(departureOf(browser.window()));
            page.waitForURL("**/login/saml/arrival*");
            PlaywrightAssertions.assertThat(page.locator("body")).containsText("Il provider non la conosce");
            page.navigate("/agent");
            assertThat(page.url()).contains("/login");
            browser.hadNoTrouble();
        }
    }

    /** Where a stranger would go who has somebody else go there. */
    private static String departureOf(Page stranger) {
        var asked = heard(stranger);
        stranger.route("**/sso?*", Route::abort);
        stranger.navigate("/login");
        stranger.waitForRequest(
                "**/sso?*", () -> Parts.link(stranger, "Entra con Valle").click());
        return one(asked, "GET", "/sso").url();
    }

    private static List<Request> heard(Page page) {
        var asked = new ArrayList<Request>();
        page.onRequest(asked::add);
        return asked;
    }

    private static Request one(List<Request> asked, String method, String address) {
        return asked.stream()
                .filter(request ->
                        request.method().equals(method) && request.url().contains(address))
                .findFirst()
                .orElseThrow();
    }
}
