package sportello.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Chromium for all tests of a run; it ends with the run. Its shell without a screen, where the machine has it, spares
 * a third of the work; so does one process for the pages of a window. No script here lives long enough to repay what
 * optimising it costs: the rules of {@link Look} take half the time without.
 */
final class Chromium {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--renderer-process-limit=1",
            "--js-flags=--no-opt,--no-maglev,--min-semi-space-size=32",
            "--disable-features=IsolateOrigins,site-per-process");
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private static final List<String> WHOLE = List.of("chromium", "chromium-browser", "google-chrome");

    private static final Browser ONE = launch();

    private Chromium() {}

    static Browser running() {
        return ONE;
    }

    private static Browser launch() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(QUIET));
    }

    /** Without a screen too, but with all that its shell leaves out. */
    static Optional<Path> whole() {
        return found(WHOLE);
    }

    private static Optional<Path> found(List<String> names) {
        return names.stream()
                .flatMap(Chromium::onThePath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path executable() {
        return found(NAMES)
                .orElseThrow(() -> new IllegalStateException("No Chromium: apt-get install chromium-headless-shell"));
    }

    private static Stream<Path> onThePath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name));
    }
}
