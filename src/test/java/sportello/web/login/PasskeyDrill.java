package sportello.web.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
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
import sportello.browser.Look;
import sportello.browser.Parts;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.identity.Accounts;

/**
 * A passkey in a real browser, with the device that Chromium plays: made, asked for after the password, and enough alone.
 * Run by bin/drill PasskeyDrill.
 */
@Tag("drill")
@SportelloTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class PasskeyDrill {
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String PASSWORD = "vento caldo sul molo";

    @Autowired
    private JdbcClient db;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void origin(DynamicPropertyRegistry registry) {
        registry.add("sportello.port", () -> PORT);
        registry.add("sportello.base-url", () -> "http://localhost:" + PORT);
    }

    @Test
    void giulia_makes_one_and_needs_no_password_any_more() {
        accounts.open(Cast.onStage(db).id(Caller.GIULIA), PASSWORD);
        try (var browser = new Browser("http://localhost:" + PORT)) {
            var page = browser.window();
            device(page);
            page.navigate("/login");
            Parts.logIn(page, Caller.GIULIA.login(), PASSWORD);
            page.waitForURL("**/portal");
            make(page);
            assertThat(page.locator(".codes li")).hasCount(10);
            Parts.link(page, "Li ho conservati").click();
            assertThat(page.locator("td.lines")).containsText("mai usata");
            Look.at(page, "passkey/una");
            rename(page, "Telefono blu");
            assertThat(page.locator("tbody th")).containsText("Telefono blu");

            leave(page);
            Parts.button(page, "Entra con una passkey").click();
            page.waitForURL("**/portal");

            leave(page);
            Parts.logIn(page, Caller.GIULIA.login(), PASSWORD);
            page.waitForURL("**/login/code*");
            Parts.button(page, "Entra con una passkey").click();
            page.waitForURL("**/portal");
            browser.hadNoTrouble();
        }
    }

    private static void make(Page page) {
        page.navigate("/account/passkeys");
        Parts.button(page, "Crea una passkey").click();
    }

    private static void rename(Page page, String name) {
        page.getByText("Rinomina").click();
        page.setViewportSize(360, 780);
        Look.at(page, "passkey/si-rinomina-telefono");
        page.setViewportSize(1280, 720);
        page.locator(".rename [name=name]").fill(name);
        Parts.button(page, "Salva").click();
    }

    private static void leave(Page page) {
        page.context().clearCookies();
        page.navigate("/login");
    }

    /** A telephone that knows its owner. */
    private static void device(Page page) {
        var protocol = page.context().newCDPSession(page);
        protocol.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", device);
        protocol.send("WebAuthn.addVirtualAuthenticator", wanted);
    }
}
