package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static sportello.browser.Parts.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import sportello.cast.Operator;

/** An administrator in her office, with nothing but the browser. */
abstract class OfficeStory extends DeskStory {
    Page anna;

    @BeforeAll
    void anna_is_in() {
        letIn(Operator.ANNA);
        anna = browser.window(1280, 900, ColorScheme.LIGHT);
        anna.navigate("/admin");
        logIn(anna, Operator.ANNA);
        anna.waitForURL("**/admin");
    }

    final void enter(String area) {
        anna.navigate("/admin");
        link(anna, area).click();
        assertThat(anna.locator("h1")).hasText(area);
    }

    final void open(String what) {
        row(what).getByRole(AriaRole.LINK).first().click();
        anna.waitForURL("**/edit");
    }

    final void save() {
        anna.locator("main form .btn-primary").first().click();
        assertThat(anna.locator(".notice")).isVisible();
    }

    final Locator row(String what) {
        return anna.locator("main tbody tr").filter(saying(what)).first();
    }

    final Locator field(String label) {
        return anna.getByLabel(label, exactly());
    }

    static Locator named(Page page, String name) {
        return page.locator("main [name=%s]".formatted(name)).first();
    }

    static void check(Page page, String label) {
        page.getByLabel(label).check();
    }

    static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    static Locator.FilterOptions saying(String what) {
        return new Locator.FilterOptions().setHasText(what);
    }
}
