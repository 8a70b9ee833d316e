package sportello.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What somebody who looks at a page would notice; pictures are left of the story that is told, and of all in the drill. */
public final class Look {
    private static final Path PICTURES = Path.of("target", "story");
    private static final int NARROW = 900;

    /** Every look is a close one: {@code bin/test -Dlooks=all}. */
    private static final boolean ALL = "all".equals(System.getProperty("looks"));

    private static final String AMISS = """
            async part => {
                const alike = ['tbody tr:nth-child(n+6)', 'li:nth-child(n+9)', 'option:nth-child(n+4)']
                const out = ['iframe[loading=lazy]', ...alike].map(selector => [selector])
                const found = await axe.run({ include: [[part]], exclude: out }, {
                    runOnly: {
                        type: 'tag',
                        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                    },
                    resultTypes: ['violations'],
                    preload: false,
                })
                return found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html))
            }""";

    private Look() {}

    /** A step of the story that is told in pictures every time. */
    public static void step(Page page, String name) {
        if (!ALL) picture(page, name);
        at(page, name);
    }

    /** The page is fit to be seen, on this screen and in this light, and read aloud; the picture is for {@code -Dlooks=all}. */
    public static void at(Page page, String name) {
        atPart(page, "html", name);
    }

    /** The same of a part, where what it covers is out of reach on purpose. */
    public static void atPart(Page page, String part, String name) {
        if (ALL) picture(page, name);
        isAccessible(page, part);
        fits(page);
    }

    /** A page much like one that is looked at elsewhere: it must fit, and is only looked at closely if all are. */
    public static void also(Page page, String name) {
        if (ALL) at(page, name);
        else fits(page);
    }

    /** Only leaves the picture; on a narrow screen, where much lies below, of all of the page. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(page.viewportSize().width < NARROW));
    }

    /**
     * Nothing keeps people out (WCAG 2.2 A and AA, as far as a machine can see); in what came by mail no script runs.
     * Called without the ways into frames of other origins and without fetching the style sheets once more, which no
     * rule asked for here needs; and of many rows alike the first stand for all: that spares each look three quarters of
     * its time.
     */
    private static void isAccessible(Page page, String part) {
        if (page.evaluate("typeof axe").equals("undefined")) page.evaluate(AxeBuilder.getAxeScript());
        assertThat((List<?>) page.evaluate(AMISS, part)).as(page.url()).isEmpty();
    }

    /** Nothing sticks out sideways, whatever the width. */
    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s at %d px", page.url(), page.viewportSize().width)
                .isEqualTo(true);
    }
}
