package sportello.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What somebody who looks at a page would notice; leaves a picture of it for those who want to look themselves. */
public final class Look {
    private static final Path PICTURES = Path.of("target", "story");
    private static final int NARROW = 900;

    private Look() {}

    /** The page is fit to be seen, on this screen and in this light, and read aloud. */
    public static void at(Page page, String name) {
        atPart(page, "html", name);
    }

    /** The same of a part, where what it covers is out of reach on purpose. */
    public static void atPart(Page page, String part, String name) {
        picture(page, name);
        isAccessible(page, part);
        fits(page);
    }

    /** Only leaves the picture; on a narrow screen, where much lies below, of all of the page. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(page.viewportSize().width < NARROW));
    }

    /**
     * Nothing keeps people out (WCAG 2.2 A and AA, as far as a machine can see); in what came by mail no script runs.
     * The older way of calling the rules, and asking only for what they find amiss, spares each look more than half of
     * its time; frames of other origins, which it cannot enter, are none but the mails that are left out.
     */
    private static void isAccessible(Page page, String part) {
        var amiss = new AxeRunOptions();
        amiss.setResultTypes(List.of("violations"));
        var found = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(amiss)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .include(part)
                .exclude("iframe[loading=lazy]")
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> page.url() + " " + rule.getId() + ": " + node.getHtml())))
                .isEmpty();
    }

    /** Nothing sticks out sideways, whatever the width. */
    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s at %d px", page.url(), page.viewportSize().width)
                .isEqualTo(true);
    }
}
