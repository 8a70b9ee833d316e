package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import sportello.SportelloTest;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.notification.ArticleFilter;
import sportello.notification.Audience;
import sportello.notification.KeepingOwnRules;
import sportello.notification.KeptOwnRule;
import sportello.notification.Occasion;
import sportello.notification.Options;
import sportello.notification.OwnRule;
import sportello.notification.Recipients;
import sportello.notification.TicketFilter;
import sportello.notification.Wording;
import sportello.ticket.Channel;
import sportello.ticket.Sender;
import sportello.ticket.State;

/** Where administrators keep the house's own rules of who is told what, and try them. */
@SportelloTest
@Transactional
class OwnRuleDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingOwnRules keeping;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_kept_rule_is_what_was_typed_and_comes_back_in_its_form() throws Exception {
        send("/admin/own-rules", fields("Fermi")).andExpect(status().isSeeOther());

        assertThat(keeping.all())
                .extracting(KeptOwnRule::rule)
                .containsExactly(new OwnRule(
                        "Fermi",
                        Set.of(Occasion.NOTED, Occasion.FOLLOWED_UP),
                        new TicketFilter(
                                Set.of(cast.id(Place.GUASTI).value()),
                                Set.of(State.OPEN, State.NEW),
                                Set.of(4, 5),
                                Set.of(),
                                Set.of(),
                                false,
                                Set.of(cast.id(LAURA).value()),
                                Set.of(),
                                Set.of(),
                                Map.of()),
                        new ArticleFilter(
                                Set.of(Sender.CUSTOMER), Set.of(Channel.EMAIL), true, "guasto", "spento", null),
                        new Recipients(
                                Set.of(Audience.OWNER, Audience.SUBSCRIBERS),
                                Permission.NOTE,
                                Set.of(),
                                Set.of(),
                                Set.of(cast.id(LAURA).value()),
                                List.of()),
                        new Options(true, false, true, false, true, true),
                        Map.of(Language.ITALIAN, new Wording("Fermo", "Coda {{ticket.queue}}"))));
        page("/admin/own-rules")
                .andExpect(content()
                        .string(allOf(
                                containsString("Fermi"),
                                containsString("comunicazione interna"),
                                containsString("solo nell’orario di lavoro"),
                                containsString("chi ha la coda fra le sue"))));
        var id = keeping.all().getFirst().id();
        page("/admin/own-rules/" + id + "/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"guasto\""),
                                containsString("name=\"state\" value=\"open\" checked"),
                                containsString("<option value=\"note\" selected>"),
                                containsString("name=\"inWorkingHours\" value=\"yes\" checked"),
                                containsString("Coda {{ticket.queue}}"))));
        assertThat(db.sql("select name from audit_line where topic = 'own_rules' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Fermi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name      | ' '        | Scriva il nome della regola.
            name      | fermi      | Una regola «fermi» c’è già.
            occasion  | fantasia   | Scelga almeno una cosa che può accadere.
            customers | NESSUNO-9  | Un cliente con il codice «NESSUNO-9» non c’è.
            addresses | nessuno@   | «nessuno@» non è un indirizzo di posta.
            audience  | customer_user | L’utente cliente non può sapere di tutto
            body.it   | {{fantasia}} | non può sapere: fantasia
            body.it   | {{article.text[201]}} | Non si può chiedere article.text[201]: tra le parentesi va un numero di righe da 1 a 200
            subject.it | ' '       | una lingua si scrive tutta o per niente
            priority  | 9          | La priorità va da 1 a 5.
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        send("/admin/own-rules", fields("Fermi")).andExpect(status().isSeeOther());
        var form = fields("Nuova");
        form.set(field, typed);
        send("/admin/own-rules", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(said), containsString("value=\"guasto\""))));
        assertThat(keeping.all()).hasSize(1);
    }

    @Test
    void a_preview_and_a_trial_keep_nothing() throws Exception {
        send("/admin/own-rules/preview", fields("Nuova"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Coda [ticket.queue]"), containsString("value=\"Nuova\""))));
        send("/admin/own-rules/trial", fields("Nuova"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("La prova è partita per anna.riva@valleservizi.example.")));
        var lost = fields("Nuova");
        lost.set("number", "123");
        send("/admin/own-rules/preview", lost)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non è un ticket che può leggere")));
        assertThat(keeping.all()).isEmpty();
    }

    @Test
    void a_rule_is_made_invalid_and_moved_but_not_thrown_away() throws Exception {
        send("/admin/own-rules", fields("Uno"));
        send("/admin/own-rules", fields("Due"));
        var first = keeping.all().getFirst();
        var way = new LinkedMultiValueMap<String, String>();
        way.set("way", "down");
        send("/admin/own-rules/" + first.id() + "/move", way).andExpect(status().isSeeOther());
        assertThat(keeping.all()).extracting(kept -> kept.rule().name()).containsExactly("Due", "Uno");

        var form = fields("Uno");
        form.remove("valid");
        send("/admin/own-rules/" + first.id(), form).andExpect(status().isSeeOther());
        page("/admin/own-rules").andExpect(content().string(containsString("non più valida")));
        page("/admin/own-rules/0/edit").andExpect(status().isNotFound());
    }

    private MultiValueMap<String, String> fields(String name) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.set("name", name);
        fields.addAll("occasion", List.of("noted", "followed_up"));
        fields.set("queue", "" + cast.id(Place.GUASTI).value());
        fields.addAll("state", List.of("open", "new"));
        fields.addAll("priority", List.of("4", "5"));
        fields.set("locked", "no");
        fields.set("owner", "" + cast.id(LAURA).value());
        fields.set("sender", "customer");
        fields.set("channel", "email");
        fields.set("visible", "yes");
        fields.set("subject", "guasto");
        fields.set("body", " spento ");
        fields.addAll("audience", List.of("owner", "subscribers"));
        fields.set("permission", "note");
        fields.set("agent", "" + cast.id(LAURA).value());
        fields.set("daily", "yes");
        fields.set("actorToo", "yes");
        fields.set("mayBeSilenced", "yes");
        fields.set("inWorkingHours", "yes");
        fields.set("subject.it", "Fermo");
        fields.set("body.it", "Coda {{ticket.queue}}");
        fields.set("valid", "true");
        var id = keeping.all().stream()
                .filter(kept -> kept.rule().name().equals(name))
                .findFirst();
        id.ifPresent(kept -> fields.set("version", "" + kept.version()));
        return fields;
    }

    private ResultActions send(String address, MultiValueMap<String, String> fields) throws Exception {
        return web.perform(post(address).params(fields).with(LoggedIn.as(cast.as(ANNA), db)));
    }

    private ResultActions page(String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
