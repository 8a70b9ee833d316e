package sportello.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

/** The parts of a page by the names that people know them by. */
public final class Parts {
    private Parts() {}

    public static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, exactly(name));
    }

    public static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, exactly(name));
    }

    /** Where a formatted text is written, once the page's script has made the place for it. */
    public static Locator text(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, exactly("Testo")).and(page.locator("[contenteditable]"));
    }

    /** Fills in the log-in page that stands before whatever was asked for. */
    public static void logIn(Page page, String username, String password) {
        page.getByLabel("Nome utente").fill(username);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accesso"))
                .click();
    }

    /** Keys are heard from now on; pressed before, they would be lost. */
    public static void awake(Page page) {
        page.locator("html[data-awake]").waitFor();
    }

    /**
     * Nothing is on its way any more. What a change does to the page may be seen before its own answer has come, brought
     * by the stream; a menu that is opened in between is closed again by that answer.
     */
    public static void settled(Page page) {
        PlaywrightAssertions.assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
