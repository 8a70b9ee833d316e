package sportello.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;

/** The parts of a page by the names that people know them by. */
public final class Parts {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

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

    /** Shows a page to somebody who logs in without looking at the log-in page; what that is like is told elsewhere. */
    public static void enter(Page page, String path, String username, String password) {
        var form = FormData.create().set("username", username).set("password", password);
        var token = TOKEN.matcher(page.request().get("/login").text());
        if (token.find()) form.set("_csrf", token.group(1));
        page.request().post("/login", RequestOptions.create().setForm(form).setMaxRedirects(0));
        page.navigate(path);
        page.waitForURL("**" + path);
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
