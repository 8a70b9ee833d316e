package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Cast;
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
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** The house's own fields of organisations and of their people: asked on their forms, shown on their pages and beside tickets. */
@SportelloTest
@Transactional
class ParticularsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingFields keeping;

    @Autowired
    private Opening opening;

    private Cast cast;

    @BeforeEach
    void fields_of_both() {
        cast = Cast.onStage(db);
        field(Subject.CUSTOMER, "Settore", Kind.LINE, "", Screen.CUSTOMER, Use.MANDATORY, Screen.CUSTOMER_BESIDE);
        field(Subject.CUSTOMER, "Fido", Kind.DECIMAL, "", Screen.CUSTOMER, Use.SHOWN, null);
        field(
                Subject.CUSTOMER_USER,
                "Ufficio",
                Kind.CHOICE,
                "Tecnico\nCultura",
                Screen.CUSTOMER_USER,
                Use.SHOWN,
                Screen.CUSTOMER_USER_BESIDE);
    }

    @Test
    void an_organisation_says_what_is_asked_of_it_and_no_more() throws Exception {
        see(ANNA, customer() + "/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("fields[Settore]"),
                                containsString("fields[Fido]"),
                                not(containsString("fields[Ufficio]")))));
        send(ANNA, corrected("", "1.250,50"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Questo campo è obbligatorio."), containsString("value=\"1.250,50\""))));
        send(ANNA, corrected("Enti locali", "1.250,50")).andExpect(status().isSeeOther());
        see(LAURA, customer())
                .andExpect(content().string(allOf(containsString("Enti locali"), containsString("1.250,50"))));
        send(ANNA, corrected("Enti locali", "").param("version", version("customer")))
                .andExpect(status().isSeeOther());
        see(LAURA, customer()).andExpect(content().string(not(containsString("1.250,50"))));
    }

    @Test
    void a_new_organisation_owes_what_is_demanded() throws Exception {
        var fresh = post("/customers").param("name", "Comune di Prova").param("code", "PROVA-1");
        send(ANNA, fresh).andExpect(status().isUnprocessableContent());
        send(
                        ANNA,
                        post("/customers")
                                .param("name", "Comune di Prova")
                                .param("code", "PROVA-1")
                                .param("fields[Settore]", "Comuni"))
                .andExpect(status().isSeeOther());
        assertThat(db.sql("""
                select v.text
                  from customer_field v
                  join customer c on c.id = v.customer_id
                 where c.code = 'PROVA-1'
                """).query(String.class).single()).isEqualTo("Comuni");
    }

    @Test
    void a_person_says_it_and_the_ticket_shows_both() throws Exception {
        var ticket = ticket();
        see(ANNA, "/tickets/" + ticket)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Settore"))));
        send(ANNA, corrected("Enti locali", "99")).andExpect(status().isSeeOther());
        send(LAURA, person(option("Cultura"))).andExpect(status().isSeeOther());
        see(LAURA, user()).andExpect(content().string(containsString("Cultura")));
        see(ANNA, "/tickets/" + ticket)
                .andExpect(content()
                        .string(allOf(
                                containsString("<dt>Settore</dt>"),
                                containsString("Enti locali"),
                                containsString("<dt>Ufficio</dt>"),
                                containsString("Cultura"),
                                not(containsString("Fido")))));
        web.perform(get("/portal/requests/" + ticket).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(content().string(not(containsString("Enti locali"))));
    }

    @Test
    void what_is_no_choice_is_refused_at_the_field() throws Exception {
        send(LAURA, person("999999"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scelga fra quelle offerte.")));
        assertThat(db.sql("select count(*) from customer_user_field")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_asks_is_found_by_what_fields_say() throws Exception {
        send(ANNA, corrected("Enti locali", "99")).andExpect(status().isSeeOther());
        send(LAURA, person(option("Cultura"))).andExpect(status().isSeeOther());
        see(LAURA, "/customers?q=enti roccalba").andExpect(content().string(containsString(">Comune di Roccalba<")));
        see(LAURA, "/customers?q=cultura moretti locali").andExpect(content().string(containsString("Giulia Moretti")));
        see(LAURA, "/customers?q=enti torrechiara")
                .andExpect(content()
                        .string(allOf(not(containsString(">Comune di Roccalba<")), not(containsString("Moretti")))));
        see(LAURA, "/customers?q=tecnico moretti").andExpect(content().string(not(containsString("Giulia Moretti"))));

        var ticket = ticket().value();
        see(ANNA, "/search?field[Settore]=enti").andExpect(content().string(containsString(">" + ticket)));
        see(ANNA, "/search?field[Settore]=enta").andExpect(content().string(not(containsString(">" + ticket))));
        see(ANNA, "/search?field[Ufficio]=" + option("Cultura"))
                .andExpect(content().string(containsString(">" + ticket)));
        assertThat(see(ANNA, "/search/export?field[Settore]=enti")
                        .andReturn()
                        .getResponse()
                        .getContentAsString(UTF_8))
                .contains("\"Settore (cliente)\"", "\"Ufficio (utente)\"", "\"Enti locali\"", "\"Cultura\"");
    }

    private void field(
            Subject subject, String key, Kind kind, String options, Screen form, Use use, @Nullable Screen beside) {
        var label = new Label(key, key);
        var uses = beside == null ? Map.of(form, use) : Map.of(form, use, beside, Use.SHOWN);
        var settings = new FieldSettings(
                subject, key, kind, label, new Label("", ""), Limits.NONE, TypedOptions.of(options), uses, true);
        assertThat(keeping.add(settings, Authority.HOUSE)).isEqualTo(Outcome.done(key));
    }

    private MockHttpServletRequestBuilder corrected(String business, String credit) {
        var customer = db.sql("select code, name from customer where id = :id")
                .param("id", cast.as(GIULIA).customer().value())
                .query()
                .singleRow();
        return post(customer())
                .param("version", version("customer"))
                .param("code", "" + customer.get("code"))
                .param("name", "" + customer.get("name"))
                .param("valid", "true")
                .param("fields[Settore]", business)
                .param("fields[Fido]", credit);
    }

    private MockHttpServletRequestBuilder person(String office) {
        return post(user())
                .param("version", version("customer_user"))
                .param("customer", "Comune di Roccalba")
                .param("login", "giulia.moretti")
                .param("firstName", "Giulia")
                .param("lastName", "Moretti")
                .param("email", "biblioteca@roccalba.example")
                .param("language", "it")
                .param("valid", "true")
                .param("fields[Ufficio]", office);
    }

    private String option(String name) {
        return ""
                + db.sql("select id from field_option where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single();
    }

    private String version(String table) {
        var id = table.equals("customer")
                ? cast.as(GIULIA).customer().value()
                : cast.as(GIULIA).id().value();
        return ""
                + db.sql("select version from " + table + " where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single();
    }

    private String customer() {
        return "/customers/" + cast.as(GIULIA).customer().value();
    }

    private String user() {
        return "/customers/users/" + cast.as(GIULIA).id().value();
    }

    private TicketNumber ticket() {
        var giulia = cast.as(GIULIA);
        var title = (Outcome.Done<Title>) Title.of("Biblioteca fredda");
        var text = (Outcome.Done<Message>) Message.of("Da stamattina.");
        return ((Outcome.Done<TicketNumber>)
                        opening.byPortal(giulia, giulia.customer(), title.value(), text.value(), Uploads.NONE))
                .value();
    }

    private ResultActions see(Operator who, String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(Operator who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(who), db)));
    }
}
