package sportello.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The pictures of the handbooks, taken in the demo, in the language of each. Run by {@code bin/drill pictures}, which
 * puts them where the handbooks show them; any other run leaves them in {@code target}.
 */
@Tag("drill")
class PicturesDrill extends DemoStory {
    private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));
    private static final String KEEPER = "anna.riva";
    private static final int WIDTH = 1100;

    /** By their names, what they show and how high it is. */
    private static final Map<String, Shot> SHOTS = shots();

    private record Shot(String address, int height) {}

    private static Map<String, Shot> shots() {
        var shots = new LinkedHashMap<String, Shot>();
        shots.put("aree", new Shot("/admin", 760));
        shots.put("permessi", new Shot("/admin/permissions", 620));
        shots.put("code", new Shot("/admin/queues", 520));
        shots.put("smistamento", new Shot("/admin/routing", 520));
        shots.put("incarichi", new Shot("/admin/ownership", 520));
        shots.put("notifiche", new Shot("/admin/letters", 620));
        shots.put("modelli", new Shot("/admin/templates", 520));
        shots.put("campo", new Shot("/admin/fields/new", 760));
        shots.put("accesso", new Shot("/admin/access", 620));
        shots.put("caselle", new Shot("/admin/mailboxes", 460));
        shots.put("sistema", new Shot("/admin/system", 378));
        return shots;
    }

    @TestFactory
    Stream<DynamicTest> each_page_of_the_handbooks_is_taken() {
        return Stream.of("it", "en")
                .flatMap(language -> SHOTS.entrySet().stream()
                        .map(shot -> DynamicTest.dynamicTest(
                                language + " " + shot.getKey(), () -> take(language, shot.getKey(), shot.getValue()))));
    }

    private void take(String language, String name, Shot shot) {
        db.sql("update agent set language = :language where login = :login")
                .param("language", language)
                .param("login", KEEPER)
                .update();
        var page = browser.window(WIDTH, shot.height(), ColorScheme.LIGHT);
        enter(page, shot.address(), KEEPER);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve("it".equals(language) ? name + ".png" : language + "/" + name + ".png")));
        page.context().close();
    }
}
