package sportello.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** What somebody who looks at a page would notice; leaves a picture of it for those who want to look themselves. */
public final class Look {
    private static final Path PICTURES = Path.of("target", "story");

    private Look() {}

    /** The page is fit to be seen, on this screen and in this light, and read aloud. */
    public static void at(Page page, String name) {
        picture(page, name);
        Accessibility.of(page, "html");
        fits(page);
    }

    /** The same of a part, where what it covers is out of reach on purpose. */
    public static void atPart(Page page, String part, String name) {
        picture(page, name);
        Accessibility.of(page, part);
        fits(page);
    }

    /** Only leaves the picture. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Nothing sticks out sideways, whatever the width. */
    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s at %d px", page.url(), page.viewportSize().width)
                .isEqualTo(true);
    }
}
