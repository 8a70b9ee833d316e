package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** Where administrators have the configuration written out and bring it in. */
@SportelloTest
@Transactional
class ConfigurationDoorsTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    private static final Pattern CARRIED =
            Pattern.compile("<textarea name=\"text\" hidden[^>]*>\\n(.*?)</textarea>", Pattern.DOTALL);

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_document_shows_what_it_would_do_and_then_does_it() throws Exception {
        var text = "groups:\r\n- name: Magazzino\r\nqueues:\r\n- name: Magazzino\r\n  group: Magazzino\r\n";
        var page = pasted(text)
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Cambia 2 cose"), containsString("nuovo"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(groups()).doesNotContain("Magazzino");
        var seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();

        sent(text, seen.group(1)).andExpect(status().isSeeOther());
        assertThat(groups()).contains("Magazzino");
        pasted(text).andExpect(content().string(containsString("tutto ciò che il documento dice è già così")));
        sent(text, seen.group(1))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Guardi di nuovo")));
    }

    @Test
    void what_changes_is_shown_field_by_field() throws Exception {
        pasted("company:\n  name: <i>Valle</i>\n  footer: |\n    una\n    due\n")
                .andExpect(content()
                        .string(allOf(
                                containsString("<code>footer</code>"),
                                containsString("&lt;i&gt;Valle&lt;/i&gt;"),
                                not(containsString("<i>Valle")))));
    }

    @Test
    void every_fault_is_shown_with_its_line_and_what_was_typed_stays() throws Exception {
        var text = """
                groups:
                - name: Magazzino
                  colour: red
                - nome: Magazzino
                queues:
                - name: Magazzino
                  group: Nessuno
                - name: Altra
                  group: Magazzino
                  idle_minutes: molti
                - name: Terza
                  group: Magazzino
                  on_closed: shred
                nonsense: 1
                """;
        pasted(text.replace("nonsense: 1\n", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("<th scope=\"row\">groups: Magazzino: colour</th>"),
                                containsString("Un campo «colour» non c’è."),
                                containsString("manca ciò che la distingue: name."),
                                containsString("Un gruppo «Nessuno» non c’è."),
                                containsString("«molti» non può stare in «idle_minutes»."),
                                containsString("<td class=\"order\">10</td>"),
                                containsString("«shred» non si può scegliere. Si può: reopen, new_ticket, reject."),
                                containsString("nome: Magazzino"))));
        pasted(text).andExpect(content().string(containsString("Una sezione «nonsense» non c’è.")));
        assertThat(groups()).doesNotContain("Magazzino");
    }

    @Test
    void what_a_rule_of_the_house_refuses_is_refused_here_too() throws Exception {
        pasted("agents:\n- login: nina\n  first_name: Nina\n  last_name: Neri\n  email: nina\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("«nina» non è un indirizzo di posta")));
    }

    @Test
    void who_cannot_be_reached_by_a_password_is_left_as_it_is() throws Exception {
        pasted("relay:\n- name: Posta\n  host: smtp.valle.example\n  user: valle\n")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("resta com’è")));
    }

    @Test
    void which_account_is_the_standard_and_whose_mail_the_others_take_comes_with_the_document() throws Exception {
        var text = """
                relay:
                - {name: Guasti, host: smtp.guasti.example, senders: [guasti@valle.example]}
                - {name: Posta, host: smtp.valle.example, standard: true}
                """;
        var seen = SEEN.matcher(pasted(text).andReturn().getResponse().getContentAsString());
        assertThat(seen.find()).isTrue();
        sent(text, seen.group(1)).andExpect(status().isSeeOther());

        assertThat(db.sql("""
                        select name || ' ' || standard || ' ' || coalesce(address, '')
                          from relay left join relay_sender on relay_id = id
                         order by name
                        """).query(String.class).list())
                .containsExactly("Guasti false guasti@valle.example", "Posta true ");
        pasted(text).andExpect(content().string(containsString("tutto ciò che il documento dice è già così")));
    }

    @Test
    void whoever_sends_by_a_consent_names_its_mailbox() throws Exception {
        var mailbox = "mailboxes:\n- {name: Sportello 365, host: outlook.office365.com, user: desk@valle.example}\n";
        var relay = "relay:\n- {name: Posta, host: smtp.office365.com, mailbox: %s}\n";
        pasted(mailbox + relay.formatted("Sportello 365"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("resta com’è")));
        pasted(mailbox + relay.formatted("Nessuna"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Una casella «Nessuna» non c’è")));
    }

    @Test
    void a_file_is_read_and_the_house_is_written_into_one_without_a_secret() throws Exception {
        db.sql("insert into relay (name, standard, host, port, encryption, user_name, secret, own_ca)"
                        + " values ('Posta', true, 'smtp.valle.example', 587, 'STARTTLS', 'valle', 'under-lock', '')")
                .update();
        var text = web.perform(get("/admin/configuration/export").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("sportello.yaml")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(text, UTF_8))
                .contains("login: ", "  host: smtp.valle.example\n")
                .doesNotContain("under-lock", "argon2", "secret:", "password:");
        web.perform(multipart("/admin/configuration/preview")
                        .file(new MockMultipartFile("file", "sportello.yaml", "application/yaml", text))
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tutto ciò che il documento dice è già così")));
    }

    /** What was looked at names its files, so that no page carries them there and back. */
    @Test
    void a_file_that_comes_along_waits_in_the_house() throws Exception {
        var content = "JVBERi0x".repeat(20_000);
        var text = "templates:\n- name: Modulo\n  kinds: [answer]\n  body: Ecco.\n  files:\n"
                + "  - name: modulo.pdf\n    content: data:application/pdf;base64," + content + "\n";
        var page = web.perform(multipart("/admin/configuration/preview")
                        .file(new MockMultipartFile("file", "sportello.yaml", "application/yaml", text.getBytes(UTF_8)))
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("sha256:"), not(containsString("JVBERi0x")))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var carried = CARRIED.matcher(page);
        var seen = SEEN.matcher(page);
        assertThat(carried.find() && seen.find()).isTrue();
        sent(HtmlUtils.htmlUnescape(carried.group(1)), seen.group(1)).andExpect(status().isSeeOther());
        assertThat(db.sql("select size from answer_template_file where name = 'modulo.pdf'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20_000 * 6);
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_read() throws Exception {
        var large = new byte[(32 << 20) + 1];
        web.perform(multipart("/admin/configuration/preview")
                        .file(new MockMultipartFile("file", "sportello.yaml", "application/yaml", large))
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 32 MB")));
    }

    private ResultActions pasted(String text) throws Exception {
        return web.perform(
                post("/admin/configuration/preview").param("text", text).with(LoggedIn.as(cast.as(ANNA), db)));
    }

    private ResultActions sent(String text, String seen) throws Exception {
        return web.perform(post("/admin/configuration")
                .param("text", text)
                .param("seen", seen)
                .with(LoggedIn.as(cast.as(ANNA), db)));
    }

    private List<String> groups() {
        return db.sql("select name from permission_group").query(String.class).list();
    }
}
