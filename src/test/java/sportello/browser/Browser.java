package sportello.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Debian's Chromium as people use it. Each person has an own window; what goes wrong inside is written down. */
public final class Browser implements AutoCloseable {
    private static final double PATIENCE = 20_000;

    private final String address;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    /** @param address where the house stands, as in {@code http://localhost:8080} */
    public Browser(String address) {
        this.address = address;
    }

    /** A window of its own: its cookies are nobody else's. */
    public Page window(int width, int height, ColorScheme scheme) {
        return window(options(width, height, scheme));
    }

    /** A wide window by day. */
    public Page window() {
        return window(1280, 720, ColorScheme.LIGHT);
    }

    /** A window in which no script runs. */
    public Page windowWithoutScript() {
        return window(options(1280, 900, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    private Page window(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = Chromium.running().newContext(options);
        windows.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
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
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** The program that shows alerts, which the shell without a screen never does; not every machine has it. */
    public static Optional<Path> whole() {
        return Chromium.whole();
    }

    /** No page throws, and none tries what its policy forbids. */
    public void hadNoTrouble() {
        assertThat(troubles).isEmpty();
    }

    /** What a page says when a test has cut its connection is no trouble. */
    public void hadNoTroubleBut(String expected) {
        assertThat(troubles).isNotEmpty().allMatch(trouble -> trouble.contains(expected));
        troubles.clear();
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }
}
