package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sportello.browser.Look;
import sportello.mime.Locksmith;

/**
 * What an administrator keeps beside the lists: keys for mail, who sees what is reserved, how long words stay, and the
 * configuration as it was.
 */
@Tag("drill")
class OfficeRulesDrill extends OfficeStory {

    @Test
    @Order(1)
    void how_long_words_stay_is_said_changed_and_taken_back() {
        enter("Conservazione");
        link(anna, "Nuova regola").click();
        named(anna, "queue").selectOption(new SelectOption().setIndex(1));
        named(anna, "months").fill("mai");
        anna.locator("main form .btn-primary").click();
        assertThat(anna.locator("main")).containsText("Scriva i mesi come numero intero");
        named(anna, "months").fill("24");
        save();

        open("24 mesi");
        named(anna, "months").fill("36");
        save();
        open("36 mesi");
        named(anna, "valid").uncheck();
        save();
        assertThat(anna.locator("tr.is-invalid").filter(saying("36 mesi"))).isVisible();
        Look.at(anna, "ufficio/conservazione");
    }

    @Test
    @Order(1)
    void a_key_for_mail_is_brought_and_put_out_of_use() {
        var now = Instant.now();
        var locksmith =
                Locksmith.of("collaudi@valle.example", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)));
        enter("Chiavi di posta");
        link(anna, "Nuova chiave").click();
        named(anna, "file")
                .setInputFiles(new FilePayload("collaudi.p12", "application/x-pkcs12", locksmith.pkcs12("giusta")));
        named(anna, "password").fill("sbagliata");
        anna.locator("main form .btn-primary").click();
        assertThat(anna.locator("main .refusal")).isVisible();
        named(anna, "file")
                .setInputFiles(new FilePayload("collaudi.p12", "application/x-pkcs12", locksmith.pkcs12("giusta")));
        named(anna, "password").fill("giusta");
        save();
        assertThat(row("collaudi@valle.example")).isVisible();
        row("collaudi@valle.example").getByText("Metti fuori uso").click();
        assertThat(anna.locator("tr.is-invalid").filter(saying("collaudi@valle.example")))
                .isVisible();
        Look.at(anna, "ufficio/chiavi-di-posta");
    }

    @Test
    @Order(1)
    void a_public_key_is_brought_found_and_put_out_of_use() {
        var now = Instant.now();
        var client = Locksmith.of(
                "ufficio@cerrovalle.example", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)));
        enter("Chiavi dei corrispondenti");
        link(anna, "Nuova chiave pubblica").click();
        named(anna, "address").fill("altri@cerrovalle.example");
        named(anna, "text").fill(client.pem());
        anna.locator("main form .btn-primary").click();
        assertThat(anna.locator("main")).containsText("La chiave non nomina questo indirizzo");
        assertThat(named(anna, "text")).hasValue(Pattern.compile("BEGIN CERTIFICATE"));
        named(anna, "address").fill("ufficio@cerrovalle.example");
        save();
        field("Indirizzo, nome o impronta").fill("cerrovalle");
        button(anna, "Cerca").click();
        row("ufficio@cerrovalle.example").getByText("Metti fuori uso").click();
        assertThat(anna.locator("tr.is-invalid").filter(saying("ufficio@cerrovalle.example")))
                .isVisible();
        Look.at(anna, "ufficio/chiavi-dei-corrispondenti");
    }

    @Test
    @Order(1)
    void a_group_is_reserved_and_a_customer_is_given_a_right_there_which_is_taken_again() {
        enter("Gruppi");
        link(anna, "Nuovo gruppo").click();
        field("Nome").fill("collaudi riservati");
        named(anna, "reserved").check();
        save();
        open("collaudi riservati");
        link(anna, "Clienti indicati").click();
        named(anna, "holder").fill("NESSUNO");
        button(anna, "Dai il diritto").click();
        assertThat(anna.locator("main .refusal")).isVisible();
        assertThat(named(anna, "holder")).hasValue("NESSUNO");
        named(anna, "holder").fill("ROCCALBA");
        anna.getByText("legge, apre e risponde (rw)").click();
        button(anna, "Dai il diritto").click();
        assertThat(row("Comune di Roccalba")).containsText("legge, apre e risponde (rw)");
        Look.at(anna, "ufficio/clienti-nel-gruppo");
        row("Comune di Roccalba").getByText("Togli").click();
        assertThat(row("Comune di Roccalba")).isHidden();
    }

    @Test
    @Order(1)
    void a_webhook_is_made_changed_and_put_out_of_use() {
        enter("Webhook");
        link(anna, "Nuovo webhook").click();
        named(anna, "name").fill("Canale dei collaudi");
        named(anna, "address").fill("https://hooks.slack.example/collaudi");
        save();
        link(anna, "Canale dei collaudi").click();
        named(anna, "name").fill("Canale delle prove");
        save();
        link(anna, "Canale delle prove").click();
        named(anna, "valid").uncheck();
        save();
        assertThat(anna.locator("main li").filter(saying("Canale delle prove"))).containsText("Non in uso");
        Look.at(anna, "ufficio/webhook");
    }

    @Test
    @Order(2)
    void the_configuration_is_compared_with_what_it_was_and_goes_back() {
        enter("Configurazione");
        named(anna, "text").fill("groups:\n- name: collaudi di prima\n  valid: true\n");
        button(anna, "Guarda che cosa cambierebbe").click();
        button(anna, "Cambia una cosa").click();
        assertThat(anna.locator(".notice")).isVisible();
        enter("Gruppi");
        open("collaudi di prima");
        field("Nome").fill("collaudi di adesso");
        save();

        enter("Configurazione");
        anna.locator("[aria-labelledby=versions] tbody a").first().click();
        button(anna, "Confronta con oggi").click();
        assertThat(anna.locator("main")).containsText("Aggiunto da allora");
        assertThat(anna.locator("main")).containsText("collaudi di adesso");
        Look.at(anna, "ufficio/versione");
    }
}
