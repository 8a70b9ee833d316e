package sportello.web.agent.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
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
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** The form for a new ticket at the agents' door. */
@SportelloTest
@Transactional
class OpeningDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_ticket_by_telephone_is_opened_and_leads_to_its_page() throws Exception {
        send(LAURA, Map.of("channel", "phone", "asker", giulia(), "title", "Sala fredda", "text", "La sala è fredda."))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrlPattern("/tickets/20*"));
    }

    @Test
    void a_form_that_is_not_in_order_comes_back_with_everything_that_was_typed() throws Exception {
        send(
                        LAURA,
                        Map.of(
                                "channel", "phone",
                                "asker", "new",
                                "firstName", "Ada",
                                "lastName", "Bianchi <b>",
                                "email", "ada",
                                "organisation", "Comune di Roccalba",
                                "title", "Sala fredda",
                                "text", "Con & senza"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("«ada» non è un indirizzo di posta."),
                                containsString("value=\"Bianchi &lt;b>\""),
                                containsString("value=\"Sala fredda\""),
                                containsString("Con &amp; senza"),
                                containsString("value=\"Comune di Roccalba\""))));
    }

    @Test
    void an_organisation_nobody_knows_must_be_confirmed_before_it_is_entered() throws Exception {
        var person = new java.util.HashMap<>(Map.of(
                "asker", "new",
                "firstName", "Ada",
                "lastName", "Bianchi",
                "email", "ada@borgolago.example",
                "organisation", "Comune di Borgolago",
                "title", "Sala fredda",
                "text", "La sala è fredda."));
        send(LAURA, person)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"newOrganisation\"")));
        person.put("newOrganisation", "true");
        send(LAURA, person).andExpect(status().isSeeOther());
        assertThat(db.sql("select name from customer where code = 'BORGOLAGO'")
                        .query(String.class)
                        .single())
                .isEqualTo("Comune di Borgolago");
    }

    @Test
    void a_caller_who_is_entered_now_is_invited_to_the_portal_where_that_is_ticked() throws Exception {
        var person = new java.util.HashMap<>(Map.of(
                "asker", "new",
                "firstName", "Ada",
                "lastName", "Bianchi",
                "email", "ada@roccalba.example",
                "organisation", "Comune di Roccalba",
                "invited", "true",
                "title", "",
                "text", "La sala è fredda."));
        send(LAURA, person)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"invited\" value=\"true\" checked")));
        assertThat(invitations("ada@roccalba.example")).isZero();

        person.put("title", "Sala fredda");
        send(LAURA, person).andExpect(status().isSeeOther());
        assertThat(invitations("ada@roccalba.example")).isOne();

        person.remove("invited");
        person.putAll(Map.of("lastName", "Verdi", "email", "iris@roccalba.example"));
        send(LAURA, person).andExpect(status().isSeeOther());
        assertThat(invitations("iris@roccalba.example")).isZero();
    }

    private long invitations(String email) {
        return db.sql("select count(*) from portal_link where invited and email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }

    @Test
    void without_a_script_the_button_searches_and_keeps_what_was_typed() throws Exception {
        send(LAURA, Map.of("then", "search", "q", "MORÈTTI rocc", "title", "Sala fredda", "text", "La sala"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"" + giulia() + "\""),
                                containsString("Giulia Moretti"),
                                containsString("value=\"Sala fredda\""),
                                not(containsString("class=\"refusal\"")))));
    }

    @Test
    void a_template_is_filled_in_before_what_was_typed() throws Exception {
        var template = db.sql("insert into answer_template (name, body) values ('Richiamata', :body) returning id")
                .param("body", "Gentile {{customer_user.name}},")
                .query(Long.class)
                .single();
        db.sql("insert into answer_template_queue (template_id, queue_id) values (:template, :queue)")
                .param("template", template)
                .param("queue", cast.id(Place.IMPIANTI).value())
                .update();
        send(LAURA, Map.of("then", "fill", "template", "" + template, "asker", giulia(), "text", "e poi"))
                .andExpect(content().string(containsString("Gentile Giulia Moretti,e poi")));
    }

    @Test
    void a_mail_that_opened_a_ticket_can_be_taken_back_and_written_on() throws Exception {
        var asked = Map.of("channel", "email", "asker", giulia(), "title", "Sala fredda", "text", "Veniamo domani.");
        var address = send(LAURA, asked).andReturn().getResponse().getRedirectedUrl();
        var recall = post(address + "/recall").param("article", "1");
        web.perform(recall.with(LoggedIn.as(cast.as(LAURA), db))).andExpect(redirectedUrl(address + "/mails/new"));
        web.perform(get(address + "/mails/new").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Veniamo domani."),
                                containsString("value=\"Sala fredda\""),
                                containsString("biblioteca@roccalba.example"))));
    }

    @Test
    void a_mail_that_opens_a_ticket_is_formatted_and_goes_in_copy_to_others() throws Exception {
        send(
                        LAURA,
                        Map.of(
                                "channel", "email",
                                "asker", giulia(),
                                "title", "Sala fredda",
                                "text", "Veniamo domani.",
                                "html", "<p>Veniamo <b>domani</b>.</p>",
                                "cc", "Ditta Neri <ditta@neri.example>",
                                "bcc", "capo@valleservizi.example",
                                "minutes", "15"))
                .andExpect(status().isSeeOther());
        assertThat(db.sql("""
                        select r.role || ' ' || r.address
                          from article_recipient r
                          join article a on a.id = r.article_id and a.minutes = 15 and a.html_body like '%<b>domani</b>%'
                         order by r.position
                        """).query(String.class).list())
                .containsExactly(
                        "to biblioteca@roccalba.example", "cc ditta@neri.example", "bcc capo@valleservizi.example");
        assertThat(db.sql("select count(*) from letter where html_body like '%<b>domani</b>%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void what_was_asked_by_telephone_is_formatted_with_its_pictures_and_its_time() throws Exception {
        var html = "<p>La <i>sala</i></p><img src=\"data:image/png;base64,iVBORw0KGgo=\">";
        send(
                        LAURA,
                        Map.of(
                                "channel", "phone",
                                "asker", giulia(),
                                "title", "Sala",
                                "html", html,
                                "minutes", "5",
                                "cc", "@@"))
                .andExpect(status().isSeeOther());
        assertThat(db.sql("""
                        select count(*)
                          from article a
                          join attachment f on f.article_id = a.id and f.content_id is not null
                         where a.minutes = 5
                           and a.html_body like '%<i>sala</i>%cid:%'
                        """).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void a_form_sent_twice_opens_one_ticket_and_with_another_copy_another() throws Exception {
        var typed = new java.util.HashMap<>(Map.of(
                "form", java.util.UUID.randomUUID().toString(),
                "channel", "email",
                "asker", giulia(),
                "title", "Sala fredda",
                "text", "Veniamo domani."));
        var first = send(LAURA, typed).andReturn().getResponse().getRedirectedUrl();
        assertThat(send(LAURA, typed).andReturn().getResponse().getRedirectedUrl())
                .isEqualTo(first);
        typed.put("cc", "ditta@neri.example");
        assertThat(send(LAURA, typed).andReturn().getResponse().getRedirectedUrl())
                .isNotEqualTo(first);
    }

    @Test
    void an_odd_copy_or_time_comes_back_with_what_was_typed() throws Exception {
        var typed = new java.util.HashMap<>(Map.of(
                "channel", "email", "asker", giulia(), "title", "Sala", "html", "<b>Sì</b>", "cc", "senza-chiocciola"));
        send(LAURA, typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"senza-chiocciola\""),
                                containsString("&lt;b&gt;Sì&lt;/b&gt;"))));
        typed.put("cc", "");
        typed.put("minutes", "2000");
        send(LAURA, typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"2000\"")));
    }

    @Test
    void people_are_found_by_any_part_of_what_is_known_of_them() throws Exception {
        for (var typed : new String[] {"moretti giu", "BIBLIOTECA@", "0364000112", "giulia.moretti", "roccalba mor"}) {
            contacts(typed).andExpect(content().string(containsString("Giulia Moretti")));
        }
        contacts("Moretti Valdombra").andExpect(content().string(not(containsString("Giulia Moretti"))));
        contacts("100%").andExpect(content().string(containsString("Nessun utente corrisponde a «100%».")));
    }

    @Test
    void who_has_left_is_not_offered() throws Exception {
        db.sql("update customer_user set valid = false where login = 'giulia.moretti'")
                .update();
        contacts("moretti").andExpect(content().string(not(containsString("Giulia Moretti"))));
    }

    @Test
    void what_the_customer_has_open_already_is_shown_to_those_who_may_see_it() throws Exception {
        var giulia = cast.as(GIULIA);
        opening.byPortal(
                giulia, giulia.customer(), new Title(LibraryStory.TITLE), new Message(LibraryStory.TEXT), Uploads.NONE);
        similar(LAURA, "orario bibliot").andExpect(content().string(containsString(LibraryStory.TITLE)));
        similar(LAURA, "Lampione spento").andExpect(content().string(not(containsString(LibraryStory.TITLE))));
        similar(PIERO, "orario bibliot").andExpect(content().string(not(containsString(LibraryStory.TITLE))));
    }

    @Test
    void the_form_offers_the_queues_of_the_agent_and_nobody_elses() throws Exception {
        web.perform(get("/tickets/new?channel=email").with(LoggedIn.as(cast.as(PIERO), db)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nuovo ticket via e-mail"),
                                containsString(">Illuminazione::Guasti<"),
                                not(containsString(">Energia::Impianti termici<")))));
    }

    @Test
    void from_a_persons_page_the_person_is_chosen_already() throws Exception {
        web.perform(get("/tickets/new?channel=phone&user=" + cast.id(GIULIA).value())
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("value=\"" + giulia() + "\" checked")));
    }

    @Test
    void who_may_open_a_ticket_but_not_read_the_queue_is_told_its_number() throws Exception {
        db.sql("""
                update agent_permission
                   set permission = 'create'
                 where permission = 'rw' and agent_id = (select id from agent where login = 'laura.bassi')
                """).update();
        send(LAURA, Map.of("asker", giulia(), "title", "Sala fredda", "text", "La sala è fredda."))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/agent"));
    }

    @Test
    void in_a_reserved_queue_it_is_said_that_whoever_asked_does_not_see_the_ticket() throws Exception {
        db.sql("update permission_group set reserved = true").update();
        web.perform(get("/tickets/new?channel=phone").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content()
                        .string(allOf(containsString("— riservata"), containsString("In una coda riservata"))));
        var notice = send(LAURA, Map.of("asker", giulia(), "title", "Sala fredda", "text", "La sala è fredda."))
                .andExpect(redirectedUrlPattern("/tickets/20*"))
                .andReturn()
                .getResponse()
                .getCookie(LoggedIn.NOTICE);
        assertThat(new String(Base64.getUrlDecoder().decode(notice.getValue()), StandardCharsets.UTF_8))
                .startsWith("notice.opened.hidden");
    }

    @Test
    void only_those_who_may_open_tickets_find_the_menu() throws Exception {
        dashboard(MARIO).andExpect(content().string(containsString("/tickets/new?channel=phone")));
        db.sql("delete from role_permission where permission = 'rw'").update();
        dashboard(CARLA).andExpect(content().string(not(containsString("/tickets/new?channel=phone"))));
    }

    private ResultActions dashboard(Operator who) throws Exception {
        return web.perform(get("/agent").with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions contacts(String typed) throws Exception {
        return web.perform(get("/tickets/new/contacts").param("q", typed).with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private ResultActions similar(Operator who, String title) throws Exception {
        return web.perform(get("/tickets/new/similar")
                .param("asker", giulia())
                .param("title", title)
                .with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(Operator who, Map<String, String> fields) throws Exception {
        var form = multipart("/tickets")
                .file(new MockMultipartFile("files", "", null, new byte[0]))
                .param("queue", "" + cast.id(Place.IMPIANTI).value());
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }

    private String giulia() {
        return cast.id(GIULIA).value() + "-" + cast.as(GIULIA).customer().value();
    }
}
