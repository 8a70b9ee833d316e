package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.browser.Look;
import sportello.cast.Caller;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.field.FieldSettings;
import sportello.field.KeepingFields;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;
import sportello.ticket.Opening;

/** Money, a tree and names of people in the form of a ticket and in the list: names are completed while they are typed. */
@Tag("drill")
class OwnFieldsDrill extends DeskStory {
    @Autowired
    private Opening opening;

    @Autowired
    private KeepingFields keeping;

    private String number = "";
    private Page laura;

    @BeforeAll
    void the_house_asks_for_them() {
        number = LibraryStory.askedBy(cast.as(Caller.GIULIA), opening).value();
        field("DrillCosto", "Costo previsto", Kind.MONEY, Limits.NONE, "");
        field("DrillLuogo", "Luogo", Kind.TREE, Limits.ofTree(true), "Rete > Linea > Cabina\nRete > Perdite\nSede");
        field("DrillTecnico", "Tecnico", Kind.AGENT, Limits.NONE, "");
        field("DrillGestore", "Gestore", Kind.CUSTOMER, Limits.NONE, "");
        letIn(Operator.LAURA);
        laura = browser.window(1280, 900, ColorScheme.LIGHT);
        laura.navigate("/tickets/" + number + "/fields/edit");
        logIn(laura, Operator.LAURA);
        laura.waitForURL(url -> url.endsWith("/fields/edit"));
    }

    @AfterAll
    void nobody_is_asked_any_more() {
        db.sql("update field set valid = false where name like 'Drill%'").update();
    }

    @Test
    void names_are_completed_and_all_of_it_is_seen_on_the_ticket_and_in_the_list() {
        laura.getByLabel("Costo previsto").fill("1.234,5 €");
        laura.getByLabel("Luogo").selectOption("\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0Cabina");
        var engineer = laura.locator("#field-DrillTecnico");
        engineer.pressSequentially("ferr");
        assertThat(laura.locator("#field-DrillTecnico-list li")).containsText("Mario Ferri");
        Look.at(laura, "fields-01-nomi");
        engineer.press("ArrowDown");
        engineer.press("Enter");
        assertThat(engineer).hasValue("Mario Ferri (mario.ferri)");
        var customer = laura.locator("#field-DrillGestore");
        customer.pressSequentially("roccalba");
        laura.locator("#field-DrillGestore-list li").first().click();
        assertThat(customer).hasValue(Pattern.compile(".*Roccalba.* \\(.+\\)"));
        laura.locator("form[action$='/fields'] button.btn-primary").click();
        laura.waitForURL(Pattern.compile(".*/tickets/\\d+(\\?.*)?$"));
        assertThat(laura.locator("main")).containsText("Rete › Linea › Cabina");
        laura.navigate("/agent/tickets");
        var row = laura.locator("#ticket-" + number);
        assertThat(row.getByText("1.234,50")).isHidden();
        Look.at(laura, "fields-02-elenco");
        laura.setViewportSize(1680, 1000);
        assertThat(row.getByText("1.234,50")).isVisible();
        assertThat(row.getByText("Mario Ferri")).isHidden();
        laura.setViewportSize(1920, 1000);
        assertThat(row.getByText("Mario Ferri")).isVisible();
        Look.at(laura, "fields-03-elenco-largo");
        laura.setViewportSize(390, 844);
        Look.at(laura, "fields-04-elenco-telefono");
    }

    private void field(String key, String label, Kind kind, Limits limits, String options) {
        var name = new Label(label, label);
        var settings = new FieldSettings(
                Subject.TICKET,
                key,
                kind,
                name,
                new Label("", ""),
                limits,
                TypedOptions.of(options),
                Map.of(Screen.TICKET, Use.SHOWN, Screen.LIST, Use.SHOWN),
                true);
        if (keeping.add(settings, Authority.HOUSE) instanceof Outcome.Refused<?>(var why))
            throw new IllegalStateException(why.key());
    }
}
