package sportello.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium as people use it. Each person has an own window; what goes wrong inside is written down. */
final class Browser implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<String> troubles = new ArrayList<>();

    Browser(String address) {
        this.address = address;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(QUIET));
    }

    /** A window of its own: its cookies are nobody else's. */
    Page window(int width, int height, ColorScheme scheme) {
        return window(options(width, height, scheme));
    }

    /** A window in which no script runs. */
    Page windowWithoutScript() {
        return window(options(1280, 900, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    private Page window(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        var page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) troubles.add(message.text());
        });
        return page;
    }

    private com.microsoft.playwright.Browser.NewContextOptions options(int width, int height, ColorScheme scheme) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("it-IT")
                .setTimezoneId("Europe/Rome")
                .setViewportSize(width, height)
                .setColorScheme(scheme);
    }

    /** No page throws, and none tries what its policy forbids. */
    void hadNoTrouble() {
        assertThat(troubles).isEmpty();
    }

    /** Nothing on the page keeps people out (WCAG 2.2 A and AA, as far as a machine can see); in what came by mail no script runs. */
    static void isAccessible(Page page) {
        isAccessible(page, "html");
    }

    /**
     * The same of a part, where what it covers is out of reach on purpose. The older way of calling the rules spares
     * each look an empty page of its own, half of its time; frames of other origins, which it cannot enter, are none but
     * the mails that are left out.
     */
    static void isAccessible(Page page, String part) {
        var found = new AxeBuilder(page)
                .setLegacyMode(true)
                .include(part)
                .exclude("iframe[loading=lazy]")
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> page.url() + " " + rule.getId() + ": " + node.getHtml())))
                .isEmpty();
    }

    /** Nothing sticks out sideways, whatever the width. */
    static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s at %d px", page.url(), page.viewportSize().width)
                .isEqualTo(true);
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: apt-get install chromium"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
