package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sportello.browser.Look;
import sportello.mime.Locksmith;

/** What an administrator keeps beside the lists: keys for mail, how long words stay, and the configuration as it was. */
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
