package sportello.web.agent.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** A supplier is limited to the given queues and sees nothing else (S8): Piero, at every door where people are found. */
@SportelloTest
@Transactional
class SupplierDoorsTest {
    private static final Pattern CUSTOMER =
            Pattern.compile("<th scope=\"row\"><a href=\"/customers/\\d+\">([^<]+)</a>");
    private static final Pattern ADDRESS = Pattern.compile("[a-z.]+@[a-z]+\\.example");
    private static final Pattern AGENT = Pattern.compile("<option value=\"\\d+\" *>([^<]+)</option>");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;

    @BeforeEach
    void paolo_reported_a_lamp_and_the_library_its_heating() {
        cast = Cast.onStage(db);
        db.sql("update ticket set customer_id = null, customer_user_id = null").update();
        asks(PAOLO, "Lampione spento in via Roma");
        asks(GIULIA, "Riscaldamento in biblioteca");
        asks(EMILY, "Heating at the tourist office");
    }

    private void asks(Caller who, String title) {
        var viewer = cast.as(who);
        opening.byPortal(viewer, viewer.customer(), new Title(title), new Message(title), Uploads.NONE);
    }

    @Test
    void he_sees_the_customers_of_his_queue_only() throws Exception {
        assertThat(found(CUSTOMER, "/customers", PIERO)).containsExactly("Comune di Roccalba");
        assertThat(found(CUSTOMER, "/customers?q=comune", PIERO)).containsExactly("Comune di Roccalba");
        assertThat(found(CUSTOMER, "/customers?q=comune", LAURA)).contains("Comune di Roccalba", "Comune di Valdombra");
        assertThat(text("/customers", PIERO)).containsPattern("class=\"count people\">1</td>");
    }

    @Test
    void and_of_their_people_those_who_asked_there() throws Exception {
        var roccalba = "/customers/" + cast.as(PAOLO).customer().value();
        assertThat(found(ADDRESS, roccalba, PIERO)).containsOnly(address(PAOLO));
        assertThat(found(ADDRESS, roccalba, LAURA)).contains(address(PAOLO), address(GIULIA));
        assertThat(found(ADDRESS, "/customers?q=o", PIERO)).containsOnly(address(PAOLO));
        assertThat(found(ADDRESS, "/tickets/new/contacts?q=o", PIERO)).containsOnly(address(PAOLO));
        assertThat(found(ADDRESS, "/tickets/new/contacts?q=o", LAURA)).contains(address(GIULIA), address(EMILY));
        assertThat(text("/tickets/new/contacts?asker=" + key(GIULIA), PIERO)).doesNotContain("Giulia");
        assertThat(text("/tickets/new/contacts?asker=" + key(GIULIA), LAURA)).contains("Giulia");
    }

    @Test
    void strangers_are_not_there_by_their_address_either() throws Exception {
        see("/customers/" + cast.as(EMILY).customer().value(), PIERO).andExpect(status().isNotFound());
        see("/customers/users/" + cast.id(GIULIA).value(), PIERO).andExpect(status().isNotFound());
        see("/customers/users/" + cast.id(GIULIA).value() + "/edit", PIERO).andExpect(status().isNotFound());
        see("/customers/users/" + cast.id(PAOLO).value(), PIERO).andExpect(status().isOk());
        see("/customers/users/" + cast.id(GIULIA).value(), LAURA).andExpect(status().isOk());
    }

    @Test
    void addresses_complete_to_his_people_and_his_colleagues() throws Exception {
        assertThat(found(ADDRESS, "/recipients?q=.example", PIERO))
                .containsOnly(
                        address(PAOLO),
                        "carla.neri@valleservizi.example",
                        "mario.ferri@valleservizi.example",
                        "piero.gatti@elettrogatti.example");
        assertThat(found(ADDRESS, "/recipients?q=laura", LAURA)).contains("laura.bassi@valleservizi.example");
        assertThat(found(ADDRESS, "/recipients?q=anna", LAURA)).contains("anna.riva@valleservizi.example");
    }

    @Test
    void a_search_and_an_absence_offer_his_colleagues() throws Exception {
        assertThat(found(AGENT, "/search", PIERO)).contains("Ferri Mario").doesNotContain("Bassi Laura", "Riva Anna");
        assertThat(found(AGENT, "/search", LAURA)).contains("Ferri Mario", "Bassi Laura", "Riva Anna");
        assertThat(found(AGENT, "/account", PIERO)).contains("Mario Ferri").doesNotContain("Anna Riva");
        assertThat(found(AGENT, "/account", LAURA)).contains("Mario Ferri", "Anna Riva");
    }

    @Test
    void what_the_house_searches_for_and_tells_its_own_is_not_for_him() throws Exception {
        db.sql("""
                insert into saved_search (agent_id, name, shared, form, changed_at)
                values (:laura, 'Reclami di Valdombra', true, '{}', now())
                """).param("laura", cast.id(LAURA).value()).update();
        db.sql("insert into news (title, text, since) values ('Gara per i lampioni', 'Riservato.', now())")
                .update();
        assertThat(text("/searches", LAURA)).contains("Reclami di Valdombra");
        assertThat(text("/searches", PIERO)).doesNotContain("Reclami di Valdombra", "Laura Bassi");
        assertThat(text("/agent", LAURA)).contains("Gara per i lampioni");
        assertThat(text("/agent", PIERO)).doesNotContain("Gara per i lampioni");
    }

    @Test
    void he_opens_tickets_for_his_people_and_enters_nobody() throws Exception {
        opens(PIERO, key(EMILY)).andExpect(status().isUnprocessableContent());
        opens(PIERO, key(PAOLO)).andExpect(status().isSeeOther());
        assertThat(text("/tickets/new", PIERO)).doesNotContain("name=\"lastName\"");
        assertThat(text("/tickets/new", LAURA)).contains("name=\"lastName\"");
    }

    @Test
    void nor_does_a_ticket_become_that_of_somebody_whom_he_may_not_know() throws Exception {
        var number = db.sql("select number from ticket where title like 'Lampione spento%' order by id desc limit 1")
                .query(String.class)
                .single();
        db.sql("update ticket set owner_id = :piero, locked_at = now() where number = :number")
                .param("piero", cast.id(PIERO).value())
                .param("number", number)
                .update();
        assertThat(text("/tickets/" + number + "/customer/edit?q=o", PIERO)).doesNotContain("Giulia Moretti");
        var seen = db.sql("select version from ticket where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        var form = post("/tickets/" + number + "/customer")
                .param("version", seen)
                .param("user", "" + cast.id(GIULIA).value());
        web.perform(form.with(LoggedIn.as(cast.as(PIERO), db))).andExpect(status().isUnprocessableContent());
    }

    private ResultActions opens(Operator who, String asker) throws Exception {
        var form = post("/tickets");
        Map.of(
                        "form",
                        java.util.UUID.randomUUID().toString(),
                        "channel",
                        "phone",
                        "asker",
                        asker,
                        "title",
                        "Lampione in piazza",
                        "text",
                        "È spento.",
                        "queue",
                        "" + cast.id(sportello.cast.Place.GUASTI).value())
                .forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }

    private String key(Caller who) {
        return cast.id(who).value() + "-" + cast.as(who).customer().value();
    }

    private String address(Caller who) {
        return db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(who).value())
                .query(String.class)
                .single();
    }

    private List<String> found(Pattern pattern, String address, Operator who) throws Exception {
        return pattern.matcher(text(address, who))
                .results()
                .map(SupplierDoorsTest::what)
                .toList();
    }

    private static String what(MatchResult result) {
        return result.group(result.groupCount());
    }

    private String text(String address, Operator who) throws Exception {
        return body(see(address, who));
    }

    private static String body(ResultActions shown) throws Exception {
        return shown.andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isEqualTo(200))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replace("<wbr>", "");
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(LoggedIn.as(cast.as(who), db)));
    }
}
