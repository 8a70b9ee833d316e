package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;
import static sportello.browser.Parts.settled;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/**
 * The agents' workspace in Italian, with nothing but the browser: every action of a ticket and of an article to its end,
 * a browser that is killed, a stream that is cut, and the browser's own alerts (S40, S41, S46).
 */
@Tag("drill")
class WorkspaceDrill extends DemoStory {
    private static final String TEXT = "Il caldaista passa domattina.";

    /** Writes down the browser's own alerts when they are shown. */
    private static final String ALERTS = """
            window.shown = []
            window.Notification = class extends window.Notification {
              constructor(title, options) {
                super(title, options)
                this.addEventListener("show", () => window.shown.push(title + " " + options.body))
              }
            }
            """;

    /**
     * What one does to a ticket.
     *
     * @param page what the ticket's page then says
     * @param history what its history then says; null where nothing happens to the ticket itself
     */
    private record Deed(
            String name,
            Runnable act,
            String page,
            @Nullable String history) {}

    private final List<Deed> bar = List.of(
            new Deed("Blocca", () -> button(laura(), "Blocca").click(), "In lavorazione", "Ticket bloccato."),
            new Deed("Rilascia", this::release, "Blocca", "Ticket rilasciato."),
            new Deed("Priorità", this::urgent, "5 molto alta", "Priorità: da"),
            new Deed("Operatore", () -> person("Operatore", "Mario Ferri"), "Mario Ferri", "Proprietario: da"),
            new Deed("Responsabile", () -> person("Responsabile", "Laura Bassi"), "Laura Bassi", "Responsabile: da"),
            new Deed("Cliente", this::customer, "Emily Carter", "Cliente: da"),
            new Deed(
                    "Nota",
                    () -> note(laura(), "Sentito il caldaista"),
                    "Sentito il caldaista",
                    "Nota interna aggiunta."),
            new Deed("Telefonata effettuata", () -> call("effettuata"), "Della caldaia", "Telefonata effettuata."),
            new Deed("Telefonata ricevuta", () -> call("ricevuta"), "Della caldaia", "Telefonata ricevuta."),
            new Deed("Posta in uscita", this::mail, "ditta@neri.example", "Mail inviata, interna."),
            new Deed("In attesa", this::postpone, "In attesa ·", "Messo in attesa fino al"),
            new Deed("Chiudi", this::close, "Chiuso", "Ticket chiuso con successo."),
            new Deed("Riapri", this::reopen, "Chiudi", "Ticket riaperto."),
            new Deed("Tipo e servizio", this::type, "Guasto", "Tipo: impostato su Guasto"),
            new Deed("Unisci", this::merge, "Unito qui il ticket", "è stato unito a questo."),
            new Deed("Collega", this::kin, "collegato", "Collegato al ticket"),
            new Deed("Nuovo appuntamento", this::appointment, "Sopralluogo in palestra", null),
            new Deed("Archivia", this::archive, "In archivio", "Archiviato."),
            new Deed("Osserva", () -> more("Osserva"), "Non osservare più", "Osserva il ticket."),
            new Deed("- Sposta -", this::move, "Illuminazione", "Coda: da"));

    private final List<Deed> article = List.of(
            new Deed("Rispondere alla nota", this::answerNote, "Risposto", "Nota interna aggiunta."),
            new Deed("Selezione", () -> button(laura(), "Selezione").click(), "importante", "come importante."),
            new Deed("Dividi", this::split, "genitore", "Collegato al ticket genitore"),
            new Deed("Inoltra", this::forward, "ditta@neri.example", "Articolo n. 1 inoltrato."),
            new Deed("Reindirizza", this::redirect, "ditta@neri.example", "Articolo n. 1 reindirizzato"),
            new Deed("Risposta [modello vuoto]", this::answer, "Risposta inviata.", "Risposta inviata al cliente."),
            new Deed(
                    "Risposta con un modello",
                    this::answerFromTemplate,
                    "Risposta inviata.",
                    "Risposta inviata al cliente."));

    @Autowired
    private Opening opening;

    @Autowired
    private JdbcClient db;

    private @Nullable Page laura;
    private TicketNumber number = new TicketNumber("2026112910000001");

    @BeforeAll
    void laura_is_at_her_desk() {
        db.sql("insert into ticket_type (name) values ('Guasto') on conflict do nothing")
                .update();
        open();
        laura = window("laura.bassi");
    }

    @Order(1)
    @TestFactory
    List<DynamicTest> every_action_of_a_ticket_does_what_it_says() {
        return all(bar);
    }

    @Order(2)
    @TestFactory
    List<DynamicTest> every_action_of_an_article_does_what_it_says() {
        return all(article);
    }

    private List<DynamicTest> all(List<Deed> deeds) {
        return deeds.stream()
                .map(deed -> DynamicTest.dynamicTest(deed.name(), () -> run(deed)))
                .toList();
    }

    private void run(Deed deed) {
        open();
        visit(laura(), "?article=1");
        deed.act().run();
        assertThat(laura().locator("#dialog-box")).isHidden();
        assertThat(laura().locator("main")).containsText(deed.page());
        if (deed.history() == null) return;
        number = new TicketNumber(laura().url().replaceFirst(".*/tickets/(\\d+).*", "$1"));
        more("Storico");
        laura().waitForURL("**/tickets/" + number + "/history");
        assertThat(laura().locator("table.history").first()).containsText(deed.history());
    }

    @Test
    @Order(3)
    void the_way_back_leads_to_the_list() {
        open();
        laura().navigate("/agent/tickets?sort=changed");
        link(laura(), number.value()).click();
        laura().waitForURL("**/tickets/" + number + "*");
        link(laura(), "Precedente").click();
        laura().waitForURL("**/agent/tickets?sort=changed*");
    }

    @Test
    @Order(4)
    void ticket_and_article_are_printed() throws IOException {
        visit(laura(), "?article=1");
        isPrinted(() -> {
            menu("Stampa");
            link(laura(), "Tutto, anche ciò che è interno").click();
        });
        visit(laura(), "?article=1");
        isPrinted(() -> {
            menu("Stampa");
            link(laura(), "Solo ciò che vede il cliente").click();
        });
        isPrinted(() -> link(laura(), "Stampa").click());
    }

    /** What stands on paper in any case, and who issued it when. */
    private void saysWhatItIs(byte[] paper) throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Valle Servizi", "Ticket#" + number, "#1 - La caldaia della palestra", "Alle nove.")
                    .containsPattern("Data di emissione\\s+\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d")
                    .containsPattern("Emesso da\\s+Laura Bassi")
                    .containsPattern("pagina 1 di \\d");
        }
    }

    private void isPrinted(Runnable act) throws IOException {
        var prints = new ArrayList<Response>();
        laura().context().onResponse(response -> {
            if (response.url().contains("/print")) prints.add(response);
        });
        act.run();
        laura().context().waitForCondition(() -> !prints.isEmpty());
        assertThat(prints.getFirst().headerValue("content-type")).startsWith("application/pdf");
        saysWhatItIs(laura().request().get(prints.getFirst().url()).body());
    }

    @Test
    @Order(5)
    void a_text_outlives_the_process_in_which_it_was_written() {
        open();
        var before = browsers().keySet();
        try (var playwright = Playwright.create()) {
            var own = launch(playwright, running());
            var page =
                    own.newPage(new Browser.NewPageOptions().setLocale("it-IT").setBaseURL(origin()));
            enter(page, "laura.bassi");
            write(page, "Prima della fine");
            assertThat(page.getByText(Pattern.compile("Bozza salvata alle"))).isVisible();
            browsers().entrySet().stream()
                    .filter(process -> !before.contains(process.getKey()))
                    .forEach(process -> process.getValue().destroyForcibly());
            laura().waitForCondition(() -> browsers().keySet().equals(before));
        }
        visit(laura(), "");
        link(laura(), "Riprendi").click();
        assertThat(text(laura())).hasText(TEXT);
        assertThat(laura().locator("#dialog-box").getByLabel("Oggetto")).hasValue("Prima della fine");
    }

    private static Browser launch(Playwright playwright, Path program) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** The program of the browser that runs already. */
    private static Path running() {
        return Path.of(browsers().values().iterator().next().info().command().orElseThrow());
    }

    /** The processes of browsers that this run has started. */
    private static Map<Long, ProcessHandle> browsers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .collect(Collectors.toMap(ProcessHandle::pid, process -> process));
    }

    @Test
    @Order(6)
    void after_the_stream_was_cut_the_page_catches_up() {
        shared();
        var mario = window("mario.ferri");
        var cut = new AtomicInteger();
        laura().route("**/agent/live*", route -> {
            cut.incrementAndGet();
            route.abort();
        });
        visit(laura(), "");
        laura().waitForCondition(() -> cut.get() > 0);
        note(mario, "Mentre la linea era caduta");
        var sofar = cut.get();
        laura().waitForCondition(() -> cut.get() > sofar);
        assertThat(laura().locator(".articles").textContent()).doesNotContain("Mentre la linea era caduta");
        laura().unroute("**/agent/live*");
        assertThat(laura().locator(".articles"))
                .containsText(
                        "Mentre la linea era caduta", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        mario.context().close();
    }

    @Test
    @Order(7)
    void whoever_looks_elsewhere_is_called_by_the_browser() {
        shared();
        var program = sportello.browser.Browser.whole().orElse(null);
        assumeThat(program).as("a browser that shows alerts").isNotNull();
        try (var playwright = Playwright.create()) {
            var own = launch(playwright, program)
                    .newContext(
                            new Browser.NewContextOptions().setLocale("it-IT").setBaseURL(origin()));
            own.grantPermissions(
                    List.of("notifications"), new BrowserContext.GrantPermissionsOptions().setOrigin(origin()));
            var page = own.newPage();
            page.addInitScript(ALERTS);
            enter(page, "laura.bassi");
            page.navigate("/account");
            page.locator("[data-controller=alerts] button").click();
            assertThat(page.locator("main")).containsText("Attivi in questo browser.");
            page.navigate("/agent");
            page.evaluate("""
                    Object.defineProperty(document, "hidden", { get: () => true })
                    document.dispatchEvent(new Event("visibilitychange"))
                    """);
            marioCallsLaura();
            page.waitForFunction("window.shown.length > 0");
            assertThat(page.evaluate("window.shown.join()")).asString().contains("Mario Ferri");
        }
    }

    private void marioCallsLaura() {
        var mario = window("mario.ferri");
        mario.locator(".actions summary", saying("Comunicazione")).click();
        link(mario, "Nota").click();
        mario.locator("#dialog-box").getByLabel("Oggetto").fill("Per Laura");
        text(mario).fill("@laura.bassi guarda tu.");
        mario.locator("#dialog-box").getByText("Avvisa anche").click();
        mario.locator("#dialog-box").getByLabel("Laura Bassi").check();
        send(mario);
        mario.context().close();
    }

    @Test
    @Order(8)
    void a_menu_that_was_opened_outlives_an_answer_and_closes_when_something_in_it_is_chosen() {
        open();
        visit(laura(), "");
        menu("Priorità");
        laura().evaluate("""
                new Promise(done => {
                  addEventListener("turbo:load", done, { once: true })
                  Turbo.visit(location.href, { action: "replace" })
                })
                """);
        assertThat(button(laura(), "5 molto alta")).isVisible();
        button(laura(), "5 molto alta").click();
        assertThat(laura().locator("main")).containsText("5 molto alta");
        assertThat(laura().locator("details.drop[open]")).hasCount(0);
    }

    @Test
    @Order(9)
    void whoever_looked_elsewhere_catches_up_on_coming_back() {
        shared();
        visit(laura(), "");
        away(true);
        var mario = window("mario.ferri");
        note(mario, "Mentre Laura guardava altrove");
        assertThat(laura().locator(".articles").textContent()).doesNotContain("Mentre Laura guardava altrove");
        away(false);
        assertThat(laura().locator(".articles")).containsText("Mentre Laura guardava altrove");
        mario.context().close();
    }

    private void away(boolean is) {
        laura().evaluate("""
                away => {
                  Object.defineProperty(document, "hidden", { get: () => away, configurable: true })
                  document.dispatchEvent(new Event("visibilitychange"))
                }
                """, is);
    }

    private void release() {
        button(laura(), "Blocca").click();
        settled(laura());
        button(laura(), "Rilascia").click();
    }

    private void urgent() {
        menu("Priorità");
        button(laura(), "5 molto alta").click();
    }

    private void person(String role, String agent) {
        menu("Persone");
        link(laura(), role).click();
        laura().locator("dialog select[name=agent]").selectOption(new SelectOption().setLabel(agent));
        send(laura());
    }

    private void customer() {
        menu("Persone");
        link(laura(), "Cliente").click();
        find("Nome, email o organizzazione", "emily");
    }

    private void call(String way) {
        menu("Comunicazione");
        link(laura(), "Telefonata " + way).click();
        fill("other", "Ditta Neri");
        fill("subject", "Della caldaia");
        fill("text", TEXT);
        send(laura());
    }

    private void mail() {
        menu("Comunicazione");
        link(laura(), "Posta in uscita").click();
        fill("to", "ditta@neri.example");
        fill("subject", "Caldaia");
        text(laura()).fill(TEXT);
        send(laura());
    }

    private void postpone() {
        link(laura(), "In attesa").click();
        send(laura());
    }

    private void close() {
        link(laura(), "Chiudi").click();
        laura().getByLabel("Con successo").check();
        fill("text", "Riparata.");
        send(laura());
    }

    private void archive() {
        close();
        more("Archivia");
    }

    private void reopen() {
        close();
        link(laura(), "Riapri").click();
        fill("text", "Si spegne ancora.");
        send(laura());
    }

    private void type() {
        more("Tipo e servizio");
        laura().locator("dialog select[name=type]").selectOption(new SelectOption().setLabel("Guasto"));
        laura().locator("dialog select[name=service]")
                .selectOption(new SelectOption().setLabel("Acquedotto › Perdite"));
        send(laura());
        assertThat(laura().locator("main")).containsText("Acquedotto › Perdite");
    }

    private void merge() {
        var other = opened();
        more("Unisci");
        find("Numero o parole del titolo", other.value());
        laura().waitForURL("**/tickets/" + other);
    }

    private void kin() {
        var other = opened();
        more("Collega");
        find("Numero o parole del titolo", other.value());
    }

    private void appointment() {
        more("Nuovo appuntamento");
        fill("title", "Sopralluogo in palestra");
        send(laura());
    }

    private void move() {
        menu("- Sposta -");
        var filter = laura().getByLabel("Filtra le code");
        filter.fill("illumi");
        assertThat(laura().locator("#move option").first()).containsText("Illuminazione");
        filter.press("Enter");
    }

    private void answerNote() {
        note(laura(), "Sentito il caldaista");
        laura().locator(".articles tbody a", saying("Sentito il caldaista")).click();
        link(laura(), "Rispondere alla nota").click();
        laura().locator("#dialog-box").getByLabel("Oggetto").fill("Risposto");
        text(laura()).fill(TEXT);
        send(laura());
    }

    private void split() {
        var from = number;
        link(laura(), "Dividi").click();
        laura().getByLabel("Titolo del nuovo ticket").fill("Termostato della palestra");
        send(laura());
        laura().waitForURL(url -> url.contains("/tickets/") && !url.contains(from.value()));
    }

    private void forward() {
        link(laura(), "Inoltra").click();
        fill("to", "ditta@neri.example");
        send(laura());
    }

    private void redirect() {
        link(laura(), "Reindirizza").click();
        fill("to", "ditta@neri.example");
        send(laura());
    }

    private void answer() {
        link(laura(), "Risposta [modello vuoto]").click();
        text(laura()).fill(TEXT);
        send(laura());
    }

    private void answerFromTemplate() {
        laura().getByLabel("Altri modi di rispondere").click();
        laura().locator(".article .split .drop-list a[href*='template=']")
                .first()
                .click();
        assertThat(text(laura())).not().isEmpty();
        send(laura());
    }

    private void menu(String name) {
        settled(laura());
        laura().locator(".actions summary", saying(name)).click();
    }

    private void more(String action) {
        menu("Varie");
        link(laura(), action).or(button(laura(), action)).click();
    }

    private void find(String label, String words) {
        laura().getByLabel(label).fill(words);
        var found = laura().locator(".finds button");
        assertThat(found).hasCount(1);
        found.click();
    }

    private void fill(String field, String value) {
        laura().locator("dialog [name=%s]".formatted(field)).fill(value);
    }

    private static void note(Page page, String subject) {
        write(page, subject);
        send(page);
    }

    private static void write(Page page, String subject) {
        settled(page);
        page.locator(".actions summary", saying("Comunicazione")).click();
        link(page, "Nota").click();
        page.locator("#dialog-box").getByLabel("Oggetto").fill(subject);
        text(page).fill(TEXT);
    }

    private static Locator text(Page page) {
        return page.locator("#dialog-box .editor-page");
    }

    private static void send(Page page) {
        page.locator("dialog .form-foot button.btn-primary").click();
        assertThat(page.locator("#dialog-box")).isHidden();
    }

    private static Page.LocatorOptions saying(String what) {
        return new Page.LocatorOptions().setHasText(what);
    }

    private void open() {
        number = opened();
    }

    private TicketNumber opened() {
        var giulia = Cast.onStage(db).as(Caller.GIULIA);
        var title = new Title("La caldaia della palestra si spegne");
        var outcome = opening.byPortal(giulia, giulia.customer(), title, new Message("Alle nove."), Uploads.NONE);
        if (outcome instanceof Outcome.Done(var number)) return number;
        throw new AssertionError(outcome);
    }

    /** A ticket in which Mario may work as well as Laura. */
    private void shared() {
        number = new TicketNumber(db.sql("""
                select t.number
                  from ticket t
                  join queue q on q.id = t.queue_id
                 where q.name = 'Energia::Impianti termici'
                   and t.state_type in ('new', 'open')
                   and t.locked_at is null
                 order by t.id desc
                 limit 1
                """).query(String.class).single());
    }

    private Page window(String login) {
        var page = browser.window(1440, 900, ColorScheme.LIGHT);
        enter(page, login);
        return page;
    }

    private void enter(Page page, String login) {
        page.navigate("/tickets/" + number);
        logIn(page, login);
        page.waitForURL("**/tickets/" + number);
    }

    private void visit(Page page, String query) {
        page.navigate("/tickets/" + number + query);
    }

    private String origin() {
        return laura().url().replaceFirst("(https?://[^/]+).*", "$1");
    }

    private Page laura() {
        return Objects.requireNonNull(laura);
    }
}
