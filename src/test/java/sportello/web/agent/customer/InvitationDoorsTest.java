package sportello.web.agent.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.mail.Sealed;
import sportello.settings.Secrets;

/** From a new person's form into the portal: invited, by the link of the letter, with a password of one's own. */
@SportelloTest
@Transactional
class InvitationDoorsTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/reset/[A-Za-z0-9_-]{43})\\b");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final String PASSWORD = "nebbia e castagne";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Secrets secrets;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_new_person_is_invited_chooses_a_password_and_is_in_the_portal_until_made_invalid() throws Exception {
        var page = entered(ada("true"));
        see(page, LAURA)
                .andExpect(content().string(allOf(containsString("Invito del"), containsString("Invita di nuovo"))));
        var link = lastLink();
        web.perform(get(link))
                .andExpect(content()
                        .string(allOf(
                                containsString("il nome utente «ada@roccalba.example»"),
                                not(containsString("name=\"tokens\"")))));

        web.perform(post(link).with(csrf()).param("password", PASSWORD).param("repeated", PASSWORD))
                .andExpect(redirectedUrl("/login"));
        var session = web.perform(post("/login")
                        .with(csrf())
                        .param("username", "ada@roccalba.example")
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/portal"))
                .andReturn()
                .getResponse()
                .getCookie(LoggedIn.COOKIE);
        web.perform(get("/portal").cookie(session)).andExpect(status().isOk());
        see(page, LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Può entrare dal"),
                                containsString("Ultimo accesso"),
                                not(containsString("/invitation\"")))));

        var gone = ada("");
        gone.put("version", "0");
        send(page, ANNA, gone).andExpect(status().isSeeOther());
        web.perform(get("/portal").cookie(session)).andExpect(redirectedUrl("/login?target=%2Fportal"));
        see(page, LAURA).andExpect(content().string(containsString("Non può più entrare")));
    }

    @Test
    void who_is_not_invited_at_once_is_invited_later_and_again() throws Exception {
        var page = entered(ada(""));
        assertThat(letters()).isEmpty();
        see(page, LAURA)
                .andExpect(content()
                        .string(allOf(containsString("Non entra ancora"), containsString("Invita al portale"))));

        for (var i = 0; i < 3; i++) send(page + "/invitation", LAURA, Map.of()).andExpect(redirectedUrl(page));
        assertThat(letters()).hasSize(3);
        send(page + "/invitation", LAURA, Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Troppi tentativi.")));
    }

    @Test
    void who_keeps_no_customers_invites_nobody() throws Exception {
        var page = entered(ada(""));
        db.sql("delete from agent_permission where permission = 'rw'").update();

        see(page, NADIA).andExpect(content().string(not(containsString("/invitation\""))));
        send(page + "/invitation", NADIA, Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("serve il permesso di aprire ticket")));
        assertThat(letters()).isEmpty();
    }

    @Test
    void the_form_is_ticked_where_the_house_mails_and_keeps_its_tick() throws Exception {
        see("/customers/users/new", LAURA).andExpect(content().string(containsString(box(false))));
        db.sql("insert into relay (name, standard, host, port, encryption)"
                        + " values ('Posta', true, 'smtp.valle.example', 587, 'STARTTLS')")
                .update();
        see("/customers/users/new", LAURA).andExpect(content().string(containsString(box(true))));
        for (var ticked : List.of(true, false)) {
            var nameless = ada(ticked ? "true" : "");
            nameless.put("lastName", "");
            send("/customers/users", LAURA, nameless)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString(box(ticked))));
        }
    }

    @Test
    void the_people_whom_a_file_brings_are_invited_if_that_is_ticked() throws Exception {
        var text = "email;cliente;nome;cognome\nada@roccalba.example;ROCCALBA;Ada;Bianchi\n"
                + "biblioteca@roccalba.example;ROCCALBA;Giulietta;Moretti\n";
        var file = new MockMultipartFile("file", "p.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        var plan = web.perform(multipart("/admin/imports/preview")
                        .file(file)
                        .param("kind", "PEOPLE")
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(content().string(containsString("name=\"invited\"")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var seen = SEEN.matcher(plan);
        assertThat(seen.find()).isTrue();
        var done = Map.of("kind", "PEOPLE", "text", text, "seen", seen.group(1), "invited", "true");
        send("/admin/imports", ANNA, done).andExpect(status().isSeeOther());

        assertThat(db.sql("""
                        select u.email
                          from portal_invitation i
                          join customer_user u on u.id = i.customer_user_id
                        """).query(String.class).list()).containsExactly("ada@roccalba.example");
    }

    private static String box(boolean ticked) {
        return "name=\"invited\" value=\"true\"" + (ticked ? " checked>" : ">");
    }

    /** Where the person's page is. */
    private String entered(Map<String, String> person) throws Exception {
        return send("/customers/users", LAURA, person)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static HashMap<String, String> ada(String invited) {
        return new HashMap<>(Map.of(
                "firstName", "Ada",
                "lastName", "Bianchi",
                "email", "ada@roccalba.example",
                "customer", "ROCCALBA",
                "invited", invited));
    }

    private String lastLink() {
        var link = LINK.matcher(Sealed.bodies(db, secrets).getLast().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<String> letters() {
        return db.sql("select text_body from letter where to_address = 'ada@roccalba.example' order by id")
                .query(String.class)
                .list();
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String address, Operator who, Map<String, String> fields) throws Exception {
        var form = post(address);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }
}
