package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sportello.browser.Look;
import sportello.cast.Operator;

/**
 * An administrator sets the house up, area after area, in Italian and with nothing but the browser: what is made is
 * found in its list, corrected, and taken out of use.
 */
@Tag("drill")
class OfficeDrill extends OfficeStory {

    /**
     * What is kept in a list.
     *
     * @param fresh what leads to the form of a new one
     * @param name the label of its name
     * @param what a new one is called
     * @param rest fills in what else must be said
     */
    private record Kept(String area, String fresh, String name, String what, Consumer<Page> rest) {}

    private static final List<Kept> LISTS = List.of(
            new Kept("Operatori", "Nuovo operatore", "Cognome", "Collaudi", OfficeDrill::person),
            new Kept("Gruppi", "Nuovo gruppo", "Nome", "collaudi", page -> {}),
            new Kept("Ruoli", "Nuovo ruolo", "Nome", "Collaudatori", page -> check(page, "guasti: legge")),
            new Kept("Code", "Nuova coda", "Nome", "Collaudi", page -> {}),
            new Kept("Cause delle chiusure senza successo", "Nuova causa", "Nome", "Collaudo negativo", page -> {}),
            new Kept("Tipi di ticket", "Nuovo tipo", "Nome", "Collaudo", page -> {}),
            new Kept("Servizi", "Nuovo servizio", "Nome", "Collaudi", page -> {}),
            new Kept("Stati", "Nuovo stato", "In italiano", "In attesa di collaudo", OfficeDrill::ownState),
            new Kept("Campi", "Nuovo campo", "Etichetta in italiano", "Collaudo", OfficeDrill::choices),
            new Kept("Smistamento", "Nuova regola", "Nome", "Collaudi da portale", OfficeDrill::route),
            new Kept("Notifiche su misura", "Nuova regola", "Nome", "Collaudi fermi", OfficeDrill::ownRule),
            new Kept(
                    "Vincoli",
                    "Nuovo vincolo",
                    "Nome Lo legge l’operatore al quale il vincolo impedisce qualcosa.",
                    "Collaudi aperti",
                    OfficeDrill::limit),
            new Kept("Modelli", "Nuovo modello", "Nome", "Collaudo fissato", OfficeDrill::template),
            new Kept("Filtri di posta", "Nuovo filtro", "Nome", "Collaudi via mail", OfficeDrill::filter),
            new Kept(
                    "Orari di lavoro",
                    "Nuovo orario",
                    "Nome",
                    "Turno di collaudo",
                    page -> named(page, "standard").uncheck()),
            new Kept("Novità", "Nuova novità", "Titolo", "Lunedì si collauda", OfficeDrill::news));

    @Order(1)
    @TestFactory
    List<DynamicTest> whatever_is_kept_in_a_list_is_made_changed_and_taken_out_of_use() {
        return LISTS.stream()
                .map(kept -> DynamicTest.dynamicTest(kept.area(), () -> live(kept)))
                .toList();
    }

    private void live(Kept kept) {
        enter(kept.area());
        link(anna, kept.fresh()).click();
        field(kept.name()).fill(kept.what());
        kept.rest().accept(anna);
        save();
        assertThat(row(kept.what())).isVisible();

        open(kept.what());
        field(kept.name()).fill(kept.what() + " bis");
        save();
        assertThat(row(kept.what() + " bis")).isVisible();

        open(kept.what() + " bis");
        named(anna, "valid").uncheck();
        save();
        assertThat(anna.locator("tr.is-invalid").filter(saying(kept.what() + " bis")))
                .isVisible();
    }

    private static void person(Page page) {
        page.getByLabel("Nome", exactly()).fill("Ugo");
        page.getByLabel("Nome utente").fill("ugo.collaudi");
        page.getByLabel("Indirizzo di posta").fill("ugo.collaudi@valle.example");
        check(page, "guasti: legge");
    }

    private static void route(Page page) {
        page.getByLabel("Con che cosa").first().fill("collaudo");
        named(page, "queue").selectOption(new SelectOption().setLabel("Illuminazione"));
    }

    private static void ownRule(Page page) {
        check(page, "comunicazione interna");
        check(page, "chi ha la coda fra le sue");
        page.getByLabel("Oggetto", exactly()).first().fill("Collaudo fermo");
        page.getByLabel("Testo", exactly()).first().fill("È ora di riprendere {{ticket.number}}.");
        Look.also(page, "ufficio/notifica-su-misura");
    }

    private static void limit(Page page) {
        check(page, "Telefonata");
        Look.also(page, "ufficio/vincolo");
    }

    private static void choices(Page page) {
        named(page, "key").fill("Collaudo");
        named(page, "kind").selectOption("choices");
        named(page, "label_en").fill("Inspection");
        named(page, "options").fill("Impianto\nImpianto::Quadro");
    }

    private static void ownState(Page page) {
        check(page, "In attesa di promemoria");
        page.getByLabel("In inglese", exactly()).fill("Waiting for the inspection");
        Look.also(page, "ufficio/stato");
    }

    private static void template(Page page) {
        named(page, "body").fill("Gentile {{customer_user.name}}, il collaudo è fissato.");
    }

    private static void filter(Page page) {
        page.getByLabel("Quale intestazione").first().fill("Subject");
        page.getByLabel("Espressione cercata").first().fill("collaud[oi]");
        named(page, "title").fill("Collaudo");
    }

    private static void news(Page page) {
        named(page, "text").fill("Dalle otto alle dieci.");
    }

    @Test
    @Order(2)
    void what_there_is_one_of_is_corrected() {
        enter("Azienda");
        field("Telefono").fill("0364 123456");
        save();
        enter("Azienda");
        assertThat(field("Telefono")).hasValue("0364 123456");

        enter("Saluti e firme");
        link(anna, "Tutte le code").first().click();
        named(anna, "body").fill("Buongiorno,");
        save();
        assertThat(anna.locator("main")).containsText("Buongiorno,");

        enter("Risposte automatiche");
        anna.locator("main tbody a").first().click();
        field("Oggetto, in italiano").fill("Ricevuta");
        save();
        assertThat(anna.locator("main")).containsText("Ricevuta");

        enter("Accesso");
        named(anna, "quiet").fill("90");
        save();
        assertThat(named(anna, "quiet")).hasValue("90");
    }

    @Test
    @Order(3)
    void states_and_priorities_are_called_otherwise_and_taken_out_of_use() {
        relabel("Stati", "In attesa di promemoria", "In attesa del collaudo");
        relabel("Priorità", "1 molto bassa", "1 senza fretta");
    }

    private void relabel(String area, String ours, String wanted) {
        enter(area);
        link(anna, ours).click();
        anna.waitForURL("**/edit");
        field("In italiano").fill(wanted);
        named(anna, "valid").uncheck();
        save();
        assertThat(anna.locator("tr.is-invalid th a").filter(saying(wanted))).isVisible();
        link(anna, wanted).click();
        anna.waitForURL("**/edit");
        field("In italiano").fill("");
        named(anna, "valid").check();
        save();
        assertThat(row(ours)).isVisible();
    }

    @Test
    @Order(3)
    void a_directory_and_a_provider_are_kept_out_of_use_and_taken_away() {
        enter("Directory (LDAP)");
        named(anna, "active").uncheck();
        named(anna, "host").fill("ldap.valle.example");
        named(anna, "base").fill("dc=valle,dc=example");
        save();
        named(anna, "host").fill("ldap2.valle.example");
        save();
        assertThat(named(anna, "host")).hasValue("ldap2.valle.example");
        takeAway("/admin/ldap/removal");
        assertThat(named(anna, "host")).hasValue("");

        enter("Provider di accesso (OpenID Connect)");
        named(anna, "active").uncheck();
        named(anna, "name").fill("Collaudi");
        named(anna, "issuer").fill("https://accesso.valle.example");
        named(anna, "clientId").fill("sportello");
        save();
        named(anna, "name").fill("Collaudi bis");
        save();
        assertThat(named(anna, "name")).hasValue("Collaudi bis");
        takeAway("/admin/oidc/removal");
        assertThat(named(anna, "name")).hasValue("");
    }

    private void takeAway(String address) {
        anna.locator("main [formaction='%s']".formatted(address)).click();
        assertThat(anna.locator(".notice")).isVisible();
    }

    @Test
    @Order(3)
    void keys_and_notices_are_given_and_taken_in_one_table() {
        enter("Permessi");
        var key = anna.locator("main tbody input[type=checkbox]").first();
        var before = key.isChecked();
        key.setChecked(!before);
        save();
        assertThat(anna.locator(".notice")).containsText("chiavi date o tolte: 1");

        enter("Incarichi e avvisi");
        link(anna, "Illuminazione: Guasti").or(link(anna, "Guasti")).first().click();
        anna.locator("main form select").last().selectOption(new SelectOption().setIndex(1));
        save();
        assertThat(anna.locator(".notice")).containsText("salvati");
    }

    @Test
    @Order(4)
    void mail_is_sent_by_the_server_that_is_kept() {
        enter("Posta in uscita");
        link(anna, "Nuovo account").click();
        field("Nome").fill("Collaudi");
        field("Server").fill("127.0.0.1");
        field("Porta").fill("2525");
        anna.getByLabel("Cifratura").selectOption("NONE");
        save();
        assertThat(anna.locator("main")).containsText("La posta parte tramite 127.0.0.1");
        button(anna, "Togli Collaudi").click();
        assertThat(anna.locator("main")).not().containsText("La posta parte tramite 127.0.0.1");
    }

    @Test
    @Order(5)
    void a_mailbox_is_put_in_use_and_out_of_it() {
        enter("Caselle di posta");
        link(anna, "Nuova casella").click();
        field("Nome").fill("Collaudi");
        field("Server").fill("127.0.0.1");
        field("Nome utente").fill("collaudi");
        field("Password").fill("segreta");
        save();
        var box = anna.locator("main li, main tr").filter(saying("Collaudi"));
        assertThat(box.first()).isVisible();
        box.getByText("Metti fuori uso").first().click();
        assertThat(anna.locator("main")).containsText("Non in uso");
    }

    @Test
    @Order(6)
    void a_letter_is_rewritten_and_had_again_as_it_was_delivered() {
        enter("Regole di notifica");
        anna.locator("main tbody td:last-child a").first().click();
        anna.waitForURL("**/edit");
        anna.locator("main form textarea").first().fill("Novità sul ticket, a parole nostre.");
        save();
        anna.locator("main tbody td")
                .filter(saying("testo della casa"))
                .first()
                .getByRole(AriaRole.LINK)
                .click();
        anna.waitForURL("**/edit");
        button(anna, "Riprendi il testo fornito").click();
        assertThat(anna.locator(".notice")).containsText("Vale di nuovo");
    }

    @Test
    @Order(7)
    void maintenance_is_announced_to_everybody_and_over() {
        enter("Avviso di manutenzione");
        named(anna, "italian").fill("Alle 18 aggiorniamo il programma.");
        named(anna, "english").fill("We update at six.");
        save();
        anna.navigate("/agent");
        assertThat(anna.locator("body")).containsText("Alle 18 aggiorniamo il programma.");
        enter("Avviso di manutenzione");
        button(anna, "Togli l’avviso").click();
        assertThat(anna.locator(".notice")).containsText("tolto");
        anna.navigate("/agent");
        assertThat(anna.locator("body")).not().containsText("Alle 18 aggiorniamo");
    }

    @Test
    @Order(8)
    void a_file_of_customers_is_looked_at_and_then_taken() {
        enter("Importazione di clienti");
        named(anna, "file")
                .setInputFiles(new FilePayload(
                        "comuni.csv", "text/csv", "codice;nome\nC-777;Comune di Collaudo\n".getBytes(UTF_8)));
        button(anna, "Guarda che cosa farebbe").click();
        assertThat(anna.locator("main")).containsText("Comune di Collaudo");
        button(anna, "Importa una riga").click();
        assertThat(anna.locator(".notice")).containsText("Importati: 1 nuovi");
    }

    @Test
    @Order(9)
    void a_document_is_looked_at_mended_and_then_taken() {
        enter("Configurazione");
        named(anna, "text").fill("groups:\n- name: Re: Luce\nroles: 1\n");
        button(anna, "Guarda che cosa cambierebbe").click();
        assertThat(anna.locator("main")).containsText("- name: Re: Luce");
        Look.at(anna, "ufficio/documento-illeggibile");
        anna.locator("main textarea:visible").fill("queues:\n- name: Luce\n  group: nessuno\n  colore: blu\n");
        button(anna, "Guarda che cosa cambierebbe").click();
        assertThat(anna.locator("main")).containsText("Un campo «colore» non c’è.");
        Look.at(anna, "ufficio/documento-sbagliato");
        anna.locator("main textarea:visible").fill("groups:\n- name: collaudi bis\n  valid: true\n- name: Luce\n");
        button(anna, "Guarda che cosa cambierebbe").click();
        assertThat(anna.locator("main")).containsText("Che cosa cambia");
        Look.at(anna, "ufficio/differenze");
        button(anna, "Cambia 2 cose").click();
        assertThat(anna.locator(".notice")).containsText("1 nuovi, 1 cambiati");
    }

    @Test
    @Order(10)
    void the_program_says_how_it_is() {
        enter("Stato del sistema");
        assertThat(anna.locator("main")).containsText("PostgreSQL");
        enter("Lavori automatici");
        assertThat(anna.locator("main")).containsText("Tutti i lavori");
        enter("Mail partite");
        assertThat(anna.locator("main")).containsText("ugo.collaudi@valle.example");
    }

    @Test
    @Order(11)
    void the_book_tells_of_all_of_it_and_a_session_is_ended() {
        enter("Registro");
        assertThat(anna.locator("main")).containsText("Collaudi bis");

        letIn(Operator.MARIO);
        var mario = browser.window(1280, 900, ColorScheme.LIGHT);
        mario.navigate("/agent");
        logIn(mario, Operator.MARIO);
        mario.waitForURL("**/agent");
        enter("Sessioni");
        anna.locator("main tbody tr")
                .filter(saying("Mario Ferri"))
                .getByText("Termina")
                .first()
                .click();
        assertThat(anna.locator(".notice")).isVisible();
        mario.navigate("/agent/tickets");
        mario.waitForURL("**/login?**");
    }
}
