package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.browser.Look;
import sportello.cast.Caller;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.ticket.Opening;

/** Files that are chosen in a form on a slow line, on one that breaks, and in a browser that is closed. */
@Tag("drill")
class DraftFilesDrill extends DeskStory {
    private static final Pattern ON_THE_TICKET = Pattern.compile(".*/tickets/\\d+(\\?.*)?$");

    private static final String DROP = """
            form => {
                const dropped = new DataTransfer()
                dropped.items.add(new File(['calato'], 'calato.txt'))
                form.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }))
            }""";

    @Autowired
    private Opening opening;

    private String number = "";
    private Page laura;

    @BeforeAll
    void laura_writes_a_note() {
        number = LibraryStory.askedBy(cast.as(Caller.GIULIA), opening).value();
        letIn(Operator.LAURA);
        laura = desk();
    }

    @Test
    @Order(1)
    void what_is_chosen_while_another_file_is_on_its_way_follows_and_both_outlive_the_browser() {
        laura.getByLabel("Oggetto").fill("Nota");
        var held = new ArrayList<Route>();
        laura.route("**/drafts/files", route -> {
            if (!held.isEmpty()) route.resume();
            held.add(route);
        });
        choose("mappa.txt", 300);
        laura.waitForCondition(() -> !held.isEmpty());
        assertThat(laura.getByText("Salvo i file con la bozza…")).isVisible();
        choose("foto.txt", 400);
        held.getFirst().resume();
        assertThat(saved("mappa.txt")).isChecked();
        assertThat(saved("foto.txt")).isChecked();
        assertThat(laura.locator("input[type=file]").evaluate("input => input.files.length"))
                .isEqualTo(0);
        laura.waitForResponse("**/drafts", () -> saved("foto.txt").uncheck());

        laura.context().close();
        laura = desk();
        assertThat(saved("mappa.txt")).isChecked();
        assertThat(saved("foto.txt")).not().isChecked();
        Look.at(laura, "files-01-ripresi");
    }

    @Test
    @Order(2)
    void what_is_on_its_way_when_the_form_is_sent_is_waited_for_and_goes_up_once() {
        var held = new ArrayList<Route>();
        laura.route("**/drafts/files", held::add);
        laura.locator("form[data-controller~=attach]").evaluate(DROP);
        laura.waitForCondition(() -> !held.isEmpty());
        text(laura).fill("Ecco.");
        button(laura, "Aggiungi la nota").click();
        assertThat(laura.getByText("Parte appena i file sono arrivati…")).isVisible();
        var sent = laura.waitForRequest("**/notes", held.getFirst()::resume);
        assertThat(sent.postData()).contains("Ecco.").doesNotContain("calato");
        laura.waitForURL(ON_THE_TICKET);
        assertThat(attached()).containsExactly("mappa.txt", "calato.txt");
    }

    @Test
    @Order(3)
    void what_is_on_its_way_when_the_draft_is_thrown_away_does_not_bring_it_back() {
        laura.navigate("/tickets/" + number + "/notes/new");
        laura.waitForResponse("**/drafts", () -> text(laura).fill("Lascio perdere."));
        laura.reload();
        var held = new ArrayList<Route>();
        laura.route("**/drafts/files", held::add);
        choose("mappa.txt", 300);
        laura.waitForCondition(() -> !held.isEmpty());
        text(laura).fill("Lascio perdere davvero.");
        button(laura, "Scarta la bozza").click();
        laura.waitForURL(ON_THE_TICKET);
        laura.navigate("/tickets/" + number);
        assertThat(laura.getByText(Pattern.compile("Bozza di"))).hasCount(0);
        laura.unroute("**/drafts/files");
    }

    @Test
    @Order(4)
    void a_line_that_breaks_is_tried_again_and_too_many_are_refused() {
        laura.navigate("/tickets/" + number + "/mails/new");
        laura.locator("form[data-controller~=attach]").evaluate("form => { form.dataset.attachPauseValue = 1500 }");
        var tries = new ArrayList<Route>();
        laura.route("**/drafts/files", route -> {
            tries.add(route);
            if (tries.size() == 1) route.abort();
            else route.resume();
        });
        choose("mappa.txt", 300);
        assertThat(laura.getByText(Pattern.compile("non sono ancora salvati"))).isVisible();
        assertThat(saved("mappa.txt")).isChecked();
        laura.locator("input[type=file]")
                .setInputFiles(IntStream.range(0, 20)
                        .mapToObj(no -> file("f" + no, no))
                        .toArray(FilePayload[]::new));
        assertThat(laura.getByText(Pattern.compile("al massimo 20 file"))).isVisible();
        Look.at(laura, "files-02-troppi");
        choose("uno.txt", 1);
        assertThat(saved("uno.txt")).isChecked();
        assertThat(laura.getByText(Pattern.compile("al massimo 20 file"))).hasCount(0);
        browser.hadNoTrouble();
    }

    @Test
    @Order(5)
    void a_ticket_that_is_not_opened_yet_keeps_its_files() {
        laura.navigate("/tickets/new?channel=phone");
        choose("mappa.txt", 300);
        assertThat(saved("mappa.txt")).isChecked();
        laura.setViewportSize(360, 780);
        laura.navigate("/tickets/new?channel=phone");
        assertThat(saved("mappa.txt")).isChecked();
        Look.at(laura, "files-03-apertura");
    }

    private Page desk() {
        var page = browser.window(1280, 900, ColorScheme.LIGHT);
        page.navigate("/tickets/" + number + "/notes/new");
        logIn(page, Operator.LAURA);
        page.waitForURL(url -> url.endsWith(number + "/notes/new") && !url.contains("login"));
        return page;
    }

    private void choose(String name, int size) {
        laura.locator("input[type=file]").setInputFiles(file(name, size));
    }

    private static FilePayload file(String name, int size) {
        return new FilePayload(name, "text/plain", new byte[size]);
    }

    private Locator saved(String name) {
        return laura.getByLabel(name);
    }

    private List<String> attached() {
        return db.sql("""
                select f.name
                  from attachment f
                  join article a on a.id = f.article_id
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                 order by f.position
                """).param("number", number).query(String.class).list();
    }
}
