package sportello.web.agent.customer;

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
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.audit.Topic;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.customer.CustomerUserId;
import sportello.identity.Accounts;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer.CustomerViewer;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** "Utenti": the people who ask and their organisations, at the agents' door (S38). */
@SportelloTest
@Transactional
class CustomerDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Accounts accounts;

    private Cast cast;
    private String roccalba = "";
    private String giulia = "";

    @BeforeEach
    void the_library_has_asked() {
        cast = Cast.onStage(db);
        nobody_asked_before();
        var viewer = cast.as(GIULIA);
        roccalba = "/customers/" + viewer.customer().value();
        giulia = "/customers/users/" + viewer.id().value();
        opening.byPortal(
                viewer, viewer.customer(), new Title(LibraryStory.TITLE), new Message(LibraryStory.TEXT), Uploads.NONE);
    }

    private void nobody_asked_before() {
        db.sql("update ticket set customer_id = null, customer_user_id = null").update();
    }

    @Test
    void customers_and_people_are_found_together() throws Exception {
        see("/customers?q=roccalba", LAURA)
                .andExpect(content()
                        .string(allOf(containsString("Comune di Roccalba"), containsString("Giulia Moretti"))));
        see("/customers?q=turismo", LAURA)
                .andExpect(content().string(allOf(containsString("Emily Carter"), not(containsString("Giulia")))));
        see("/customers?q=nessuno%25", LAURA)
                .andExpect(content().string(containsString("Nessun cliente corrisponde a «nessuno%».")));
    }

    @Test
    void a_customers_page_has_its_people_and_the_tickets_that_the_viewer_may_see() throws Exception {
        see(roccalba, LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Paolo Galli"),
                                containsString(LibraryStory.TITLE),
                                containsString("In corso <span>(1)</span>"))));
        see(roccalba, MARIO).andExpect(content().string(containsString("In corso <span>(1)</span>")));
        see(giulia, LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("0364 000 112"),
                                containsString(LibraryStory.TITLE),
                                containsString("/tickets/new?channel=phone&amp;user="
                                        + cast.id(GIULIA).value()))));
    }

    @Test
    void closed_tickets_stand_page_by_page_and_none_twice() throws Exception {
        db.sql("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, customer_id,
                                    customer_user_id, created_at, changed_at, closed_at)
                select '2026010110' || lpad(n::text, 6, '0'), 'Vecchia ' || n, t.queue_id, 7, 'closed', 3, t.customer_id,
                       t.customer_user_id, '2026-01-01', '2026-01-02', timestamptz '2026-01-02' + n / 2 * interval '1 h'
                  from ticket t, generate_series(1, 60) n
                 where t.customer_user_id is not null
                """).update();
        var seen = new ArrayList<String>();
        var address = roccalba + "?state=over";
        while (!address.isEmpty()) {
            var page = see(address, LAURA).andReturn().getResponse().getContentAsString();
            java.util.regex.Pattern.compile(">(Vecchia \\d+)</a>")
                    .matcher(page)
                    .results()
                    .forEach(row -> seen.add(row.group(1)));
            var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                    .matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        assertThat(seen)
                .hasSize(60)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 60)
                        .mapToObj(n -> "Vecchia " + n)
                        .toList());
    }

    @Test
    void their_tickets_are_handed_out_to_those_who_see_them() throws Exception {
        for (var page : new String[] {roccalba, giulia}) {
            see(page + "/export?format=csv", LAURA).andExpect(content().string(containsString(LibraryStory.TITLE)));
            see(page + "/export?format=csv&state=over", LAURA)
                    .andExpect(content().string(not(containsString(LibraryStory.TITLE))));
            see(page, LAURA).andExpect(content().string(containsString(page + "/export?format=xlsx")));
        }
        see(roccalba + "/export", MARIO).andExpect(content().string(containsString(LibraryStory.TITLE)));
        see(roccalba + "/export?format=csv", ANNA).andExpect(content().string(not(containsString(LibraryStory.TITLE))));
    }

    @Test
    void a_person_is_entered_and_corrected_by_whoever_may_open_tickets() throws Exception {
        send("/customers/users", LAURA, ada()).andExpect(status().isSeeOther());
        var id = db.sql("select id from customer_user where email = 'ada@roccalba.example'")
                .query(Long.class)
                .single();
        var corrected = ada();
        corrected.put("version", "0");
        corrected.put("valid", "true");
        corrected.put("further", "VALDOMBRA");
        corrected.put("email", "ada.bianchi@roccalba.example");
        send("/customers/users/" + id, LAURA, corrected).andExpect(status().isSeeOther());
        see("/customers/users/" + id, LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("ada.bianchi@roccalba.example"),
                                containsString("Comune di Valdombra"))));
        send("/customers/users/" + id, LAURA, corrected)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno ha cambiato questi dati.")));
    }

    @Test
    void who_is_entered_by_somebody_who_does_not_read_it_all_sees_the_own_requests_alone_until_confirmed()
            throws Exception {
        hideFromNadia();
        send("/customers/users", NADIA, ada()).andExpect(status().isSeeOther());
        var ada = person("ada@roccalba.example");
        var page = "/customers/users/" + ada;
        assertThat(portalOf(ada, "/portal?scope=ours"))
                .contains("quando avremo verificato")
                .doesNotContain(LibraryStory.TITLE);
        web.perform(get(request()).with(LoggedIn.as(viewer(ada), db))).andExpect(status().isNotFound());

        see(page, NADIA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Non è ancora confermato"), not(containsString("/confirmation\"")))));
        send(page + "/confirmation", NADIA, Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("chi vede tutti i ticket di questi clienti")));
        see(page, MARIO).andExpect(content().string(containsString("/confirmation\"")));
        send(page + "/confirmation", MARIO, Map.of()).andExpect(status().isSeeOther());
        assertThat(portalOf(ada, "/portal?scope=ours")).contains(LibraryStory.TITLE);
        web.perform(get(request()).with(LoggedIn.as(viewer(ada), db))).andExpect(status().isOk());
        assertThat(book(Topic.CUSTOMER_USERS, "confirmed")).containsExactly("Mario Ferri: false → true");
    }

    @Test
    void how_somebody_enters_says_whoever_reads_all_that_could_be_read_by_it() throws Exception {
        hideFromNadia();
        var moved = new HashMap<>(Map.of(
                "version", "0",
                "valid", "true",
                "login", "giulia.moretti",
                "firstName", "Giulia",
                "lastName", "Moretti",
                "email", "nadia.costa@casa.example",
                "customer", "ROCCALBA"));
        send(giulia, NADIA, moved)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("chi vede tutti i ticket della persona e dei suoi clienti"),
                                containsString("value=\"nadia.costa@casa.example\""))));
        var others = new HashMap<>(moved);
        others.put("email", "biblioteca@roccalba.example");
        others.put("further", "VALDOMBRA");
        send(giulia, NADIA, others).andExpect(status().isUnprocessableContent());
        others.remove("further");
        others.put("phone", "0364 000 999");
        send(giulia, NADIA, others).andExpect(status().isSeeOther());
        moved.put("version", "1");
        moved.put("phone", "0364 000 999");
        send(giulia, MARIO, moved).andExpect(status().isSeeOther());
        assertThat(book(Topic.CUSTOMER_USERS, "email"))
                .containsExactly("Mario Ferri: biblioteca@roccalba.example → nadia.costa@casa.example");
        assertThat(book(Topic.CUSTOMER_USERS, "phone")).containsExactly("Nadia Costa: 0364 000 112 → 0364 000 999");
    }

    @Test
    void what_is_done_to_customers_and_their_people_stands_in_the_book() throws Exception {
        send(roccalba, ANNA, Map.of("name", "Comune di Roccalba", "code", "ROCCALBA", "city", "Edolo", "version", "0"))
                .andExpect(status().isSeeOther());
        assertThat(book(Topic.CUSTOMERS, "valid")).containsExactly("Anna Riva: true → false");
        assertThat(book(Topic.CUSTOMERS, "city")).hasSize(1).first().asString().endsWith("→ Edolo");
        var further = new HashMap<>(Map.of(
                "version", "0",
                "login", "giulia",
                "firstName", "Giulia",
                "lastName", "Moretti",
                "email", "biblioteca@roccalba.example",
                "customer", "VALDOMBRA"));
        send(giulia, ANNA, further).andExpect(status().isSeeOther());
        assertThat(book(Topic.CUSTOMER_USERS, "login")).containsExactly("Anna Riva: giulia.moretti → giulia");
        assertThat(book(Topic.CUSTOMER_USERS, "customer")).containsExactly("Anna Riva: ROCCALBA → VALDOMBRA");
        assertThat(book(Topic.CUSTOMER_USERS, "valid")).containsExactly("Anna Riva: true → false");
    }

    /** The ticket is in a queue of which Nadia knows nothing. */
    private void hideFromNadia() {
        db.sql("update ticket set queue_id = :queue where customer_user_id = :id")
                .param("queue", cast.id(Place.GUASTI).value())
                .param("id", cast.id(GIULIA).value())
                .update();
    }

    private long person(String email) {
        return db.sql("select id from customer_user where email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }

    /** By no more than the id: how it stands with the person is read anew. */
    private CustomerViewer viewer(long id) {
        var giulia = cast.as(GIULIA);
        return new CustomerViewer(
                new CustomerUserId(id),
                "Ada",
                "Bianchi",
                giulia.language(),
                giulia.zone(),
                giulia.theme(),
                giulia.customer(),
                giulia.customers(),
                true);
    }

    private String portalOf(long id, String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(viewer(id), db)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String request() {
        return ticket().replace("/tickets/", "/portal/requests/");
    }

    /** Who has changed this of anything, from what to what. */
    private List<String> book(Topic topic, String field) {
        return db.sql("""
                select l.author || ': ' || (c ->> 'old') || ' → ' || (c ->> 'now')
                  from audit_line l, json_array_elements(l.changes) c
                 where l.topic = :topic
                   and l.act = 'changed'
                   and c ->> 'field' = :field
                 order by l.no
                """)
                .param("topic", topic.key())
                .param("field", field)
                .query(String.class)
                .list();
    }

    @Test
    void of_two_customers_with_one_name_the_code_tells_which_is_meant() throws Exception {
        db.sql("insert into customer (code, name) values ('ROCCALBA2', 'Comune di Roccalba')")
                .update();
        send("/customers/users", LAURA, ada())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("se più clienti hanno lo stesso nome, il codice")));
        var ada = ada();
        ada.put("customer", "roccalba2");
        send("/customers/users", LAURA, ada).andExpect(status().isSeeOther());
    }

    @Test
    void who_may_open_no_ticket_enters_nobody() throws Exception {
        db.sql("delete from agent_permission where permission = 'rw'").update();
        send("/customers/users", NADIA, ada())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("serve il permesso di aprire ticket")));
    }

    @Test
    void the_way_in_of_somebody_with_an_account_is_the_administrators_to_change() throws Exception {
        accounts.open(cast.id(GIULIA), "vento caldo sul molo");
        var taken = new HashMap<>(Map.of(
                "version", "0",
                "valid", "true",
                "login", "giulia.moretti",
                "firstName", "Giulia",
                "lastName", "Moretti",
                "email", "laura.bassi@valleservizi.example",
                "customer", "ROCCALBA"));
        send(giulia, LAURA, taken)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("li cambia un amministratore")));
        var renamed = new HashMap<>(taken);
        renamed.put("email", "biblioteca@roccalba.example");
        renamed.put("phone", "0364 000 999");
        send(giulia, LAURA, renamed).andExpect(status().isSeeOther());
        taken.put("version", "1");
        send(giulia, ANNA, taken).andExpect(status().isSeeOther());
    }

    /** A provider may say by it who somebody is; and whoever was forgotten must not stand in the book for ever. */
    @Test
    void a_tax_code_is_one_persons_a_way_in_and_in_no_book() throws Exception {
        var coded = ada();
        coded.put("taxCode", "RSSMRA85T10A562T");
        send("/customers/users", LAURA, coded)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("L’ultima lettera"), containsString("RSSMRA85T10A562T"))));
        coded.put("taxCode", "rssmra85t10a562s");
        send("/customers/users", LAURA, coded).andExpect(status().isSeeOther());
        var other = new HashMap<>(coded);
        other.put("email", "ida@roccalba.example");
        send("/customers/users", LAURA, other)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Con questo codice fiscale c’è già Ada")));
        var ada = "/customers/users/" + person(coded.get("email"));
        see(ada, LAURA).andExpect(content().string(containsString("RSSMRA85T10A562S")));
        see(ada + "/edit", LAURA).andExpect(content().string(containsString("RSSMRA85T10A562S")));
        for (var keys : List.of("agent_permission", "agent_role"))
            db.sql("delete from " + keys + " where agent_id = :nadia")
                    .param("nadia", cast.id(NADIA).value())
                    .update();
        see(ada, NADIA).andExpect(status().isOk()).andExpect(content().string(not(containsString("RSSMRA85T10A562S"))));
        see(ada + "/edit", NADIA)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("RSSMRA85T10A562S"))));
        assertThat(db.sql("select count(*) from audit_line where changes::text like '%taxCode%' and name like 'Ada %'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from audit_line where changes::text like '%RSSMRA85T10A562S%'")
                        .query(Long.class)
                        .single())
                .isZero();

        accounts.open(cast.id(GIULIA), "vento caldo sul molo");
        var taken = new HashMap<>(Map.of(
                "version", "0",
                "valid", "true",
                "login", "giulia.moretti",
                "firstName", "Giulia",
                "lastName", "Moretti",
                "email", "biblioteca@roccalba.example",
                "taxCode", "12345678903",
                "customer", "ROCCALBA"));
        send(giulia, LAURA, taken)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("li cambia un amministratore")));
        send(giulia, ANNA, taken).andExpect(status().isSeeOther());
    }

    @Test
    void a_customer_is_entered_by_the_desk_and_corrected_by_an_administrator() throws Exception {
        var borgolago = new HashMap<>(Map.of("name", "Comune di Borgolago", "code", "BORGOLAGO", "city", "Borgolago"));
        send("/customers", LAURA, borgolago).andExpect(status().isSeeOther());
        send("/customers", LAURA, borgolago)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Il codice «BORGOLAGO» è già di Comune di Borgolago."),
                                containsString("value=\"Borgolago\""))));
        var invalid = Map.of("name", "Comune di Roccalba", "code", "ROCCALBA", "version", "0");
        send(roccalba, LAURA, invalid).andExpect(status().isNotFound());
        send(roccalba, ANNA, invalid).andExpect(status().isSeeOther());
        see("/customers?q=roccalba", LAURA).andExpect(content().string(containsString("non più valido")));
    }

    @Test
    void the_tickets_page_leads_to_the_customer_and_the_person() throws Exception {
        var number = db.sql("select number from ticket where title = :title order by id desc limit 1")
                .param("title", LibraryStory.TITLE)
                .query(String.class)
                .single();
        see("/tickets/" + number, LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"" + roccalba + "\""),
                                containsString("href=\"" + giulia + "\""))));
    }

    @Test
    void the_menu_leads_there() throws Exception {
        see("/agent", LAURA).andExpect(content().string(containsString("<a href=\"/customers\"")));
        see("/customers/0", LAURA).andExpect(status().isNotFound());
        see("/customers/users/0", LAURA).andExpect(status().isNotFound());
        see(roccalba + "?after=x", LAURA).andExpect(status().isNotFound());
    }

    @Test
    void whose_mail_came_back_is_marked_until_somebody_takes_the_mark_away() throws Exception {
        db.sql("""
                insert into bounced_address (address, words, at)
                select lower(email), '5.1.1 no such mailbox', now() from customer_user where id = :id
                """).param("id", cast.as(GIULIA).id().value()).update();
        see(giulia, LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Posta tornata indietro"),
                                containsString("5.1.1 no such mailbox"),
                                containsString("Togli il segno"))));
        see(ticket(), LAURA).andExpect(content().string(containsString("Posta tornata indietro")));

        send(giulia + "/bounce/removal", LAURA, Map.of()).andExpect(status().isSeeOther());
        for (var page : new String[] {giulia, ticket()})
            see(page, LAURA).andExpect(content().string(not(containsString("Posta tornata indietro"))));
        assertThat(book()).as("who took it away").containsExactly("Laura Bassi bounces Giulia Moretti");
        send(giulia + "/bounce/removal", LAURA, Map.of()).andExpect(status().isSeeOther());
        assertThat(book()).as("where there was none, nothing is taken away").hasSize(1);
    }

    private List<String> book() {
        return db.sql("select author || ' ' || topic || ' ' || name from audit_line where topic = 'bounces'")
                .query(String.class)
                .list();
    }

    /** The one that Giulia asked for. */
    private String ticket() {
        return "/tickets/"
                + db.sql("select number from ticket where customer_user_id = :id")
                        .param("id", cast.as(GIULIA).id().value())
                        .query(String.class)
                        .single();
    }

    private static HashMap<String, String> ada() {
        return new HashMap<>(Map.of(
                "firstName", "Ada",
                "lastName", "Bianchi",
                "email", "ada@roccalba.example",
                "customer", "comune di ROCCALBA"));
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String address, Operator who, Map<String, String> fields) throws Exception {
        var form = post(address);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }
}
