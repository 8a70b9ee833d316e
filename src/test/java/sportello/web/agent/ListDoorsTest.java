package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;
import sportello.web.agent.bulk.BulkForm;

/** The lists' doors: how they look, what can be done to many, and the way back from a ticket. */
@SportelloTest
@Transactional
class ListDoorsTest {
    private static final String LIST = "/agent/tickets?state=new&amp;sort=changed";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private RequestPostProcessor laura = request -> request;
    private RequestPostProcessor mario = request -> request;
    private TicketNumber ticket = new TicketNumber("0");

    @BeforeEach
    void laura_has_a_ticket_before_her() {
        var cast = Cast.onStage(db);
        laura = LoggedIn.as(cast.as(LAURA), db);
        mario = LoggedIn.as(cast.as(MARIO), db);
        ticket = opened(cast);
    }

    @Test
    void what_is_seen_is_handed_out_with_the_chosen_columns() throws Exception {
        web.perform(post("/agent/tickets/layout").with(laura).param("column", "ticket", "title", "responsible"));
        var csv = web.perform(get("/agent/tickets/export?format=csv").with(laura))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        assertThat(csv.lines().toList())
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo("\uFEFF\"Ticket#\";\"Titolo\";\"Responsabile\"");
        assertThat(csv).contains("\"" + ticket.value() + "\";\"" + LibraryStory.TITLE + "\";\"Carla Neri\"");
        assertThat(web.perform(get("/agent/tickets/export?title=nessuno").with(laura))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(UTF_8))
                .doesNotContain(ticket.value());
        assertThat(web.perform(get("/agent/tickets/export?format=xlsx").with(laura))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        web.perform(get("/agent/tickets/export?format=exe").with(laura)).andExpect(status().isNotFound());
        web.perform(get("/agent/tickets?state=new").with(laura))
                .andExpect(content().string(containsString("/agent/tickets/export?state=new&amp;format=xlsx")));
    }

    @Test
    void a_list_is_handed_out_up_to_its_length() throws Exception {
        web.perform(post("/agent/tickets/layout").with(laura).param("column", "ticket"));
        Edge.of("web/agent/ListExport.MOST").isTheLast(many -> {
            db.sql("""
                    insert into ticket (number, title, queue_id, state_id, state_type, priority, created_at, changed_at)
                    select 'MUCCHIO-' || no, 'Mucchio', t.queue_id, 1, 'new', 3, t.created_at, t.changed_at
                      from ticket t, generate_series((select count(*) + 1 from ticket where title = 'Mucchio'), :many) no
                     where t.number = :number
                    """).param("many", many).param("number", ticket.value()).update();
            var lines = web.perform(get("/agent/tickets/export?format=csv&title=mucchio")
                            .with(laura))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(UTF_8)
                    .lines()
                    .toList();
            assertThat(lines.stream().filter(line -> line.contains("MUCCHIO-"))).hasSize(Math.min(many, 10_000));
            return !lines.getLast().contains("10.000");
        });
    }

    @Test
    void the_menu_leads_back_to_the_list_that_was_looked_at_last_and_each_agent_to_the_own() throws Exception {
        var asked =
                "/agent/tickets?priority=5&responsible=me&title=via%20Roma&status=in_progress&sort=title&direction=ascending";
        var cookies = web.perform(get(URI.create(asked)).with(laura))
                .andReturn()
                .getResponse()
                .getCookies();
        var last = Stream.of(cookies)
                .filter(cookie -> cookie.getName().startsWith("sportello-8080-list-"))
                .findFirst()
                .orElseThrow();
        assertThat(last.isHttpOnly()).isTrue();

        var back = web.perform(get("/agent/tickets?again=true").with(laura).with(bearing(last)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(ListAddress.parse(back)).isEqualTo(ListAddress.parse(asked));
        assertThat(web.perform(get("/agent/tickets?again=true").with(mario).with(bearing(last)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/agent/tickets");
        web.perform(get(URI.create(asked)).with(laura))
                .andExpect(content()
                        .string(containsString("<a class=\"chips-reset\" href=\"/agent/tickets\">Azzera</a>")));
        web.perform(get("/agent/tickets").with(laura))
                .andExpect(content().string(not(containsString("chips-reset"))))
                .andExpect(content().string(containsString("href=\"/agent/tickets?again=true\"")));
    }

    /** Beside the session. */
    private static RequestPostProcessor bearing(Cookie cookie) {
        return request -> {
            request.setCookies(Stream.concat(Stream.of(request.getCookies()), Stream.of(cookie))
                    .toArray(Cookie[]::new));
            return request;
        };
    }

    @Test
    void what_a_browser_fetches_ahead_was_not_looked_at() throws Exception {
        var ahead = get("/agent/tickets?priority=5").header("X-Sec-Purpose", "prefetch");
        assertThat(web.perform(ahead.with(laura)).andReturn().getResponse().getCookies())
                .noneMatch(cookie -> cookie.getName().startsWith("sportello-8080-list-"));
    }

    @Test
    void what_a_forged_cookie_says_leads_to_no_other_place() throws Exception {
        for (var place : List.of("https://evil.example/agent/tickets", "/login", "%%%")) {
            var name = "sportello-8080-list-"
                    + db.sql("select id from agent where login = 'laura.bassi'")
                            .query(Long.class)
                            .single();
            var forged =
                    new Cookie(name, Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8)));
            assertThat(web.perform(get("/agent/tickets?again=true").with(laura).with(bearing(forged)))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo("/agent/tickets");
        }
    }

    @Test
    void closed_tickets_are_not_sorted_by_words() throws Exception {
        web.perform(get("/agent/tickets?state=closed&sort=title").with(laura))
                .andExpect(content().string(not(containsString("sort=title"))));
        web.perform(get("/agent/tickets").with(laura))
                .andExpect(content().string(containsString("sort=title&amp;direction=ascending")));
    }

    @Test
    void rows_and_columns_stay_as_the_agent_chose_them() throws Exception {
        web.perform(post("/agent/tickets/layout")
                        .with(laura)
                        .param("size", "preview")
                        .param("from", "/agent/tickets?state=new"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/agent/tickets?state=new"));
        web.perform(post("/agent/tickets/layout").with(laura).param("column", "title", "responsible", "nonsense"))
                .andExpect(status().isSeeOther());

        web.perform(get("/agent/tickets").with(laura))
                .andExpect(content().string(containsString("size-preview")))
                .andExpect(content().string(containsString("Buongiorno, i nuovi orari della biblioteca")))
                .andExpect(content().string(containsString("Responsabile</th>")))
                .andExpect(content().string(not(containsString("Tempo trascorso"))));
        web.perform(get("/agent/tickets").with(mario))
                .andExpect(content().string(containsString("size-medium")))
                .andExpect(content().string(containsString("Tempo trascorso")));
    }

    @Test
    void without_a_script_a_column_moves_one_place_and_the_form_stays() throws Exception {
        web.perform(post("/agent/tickets/layout")
                        .with(laura)
                        .param("column", "ticket", "age", "title")
                        .param("earlier", "title"))
                .andExpect(header().string("Location", "/agent/tickets/layout?from=%2Fagent%2Ftickets"));

        assertThat(web.perform(get("/agent/tickets/layout").with(laura))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .containsSubsequence("value=\"ticket\"", "value=\"title\"", "value=\"age\"");
    }

    @Test
    void from_a_ticket_the_way_leads_back_to_the_row_whatever_was_done_meanwhile() throws Exception {
        var back = "href=\"" + LIST + "&amp;came=" + ticket + "#ticket-" + ticket + "\"";
        var first = web.perform(get("/tickets/" + ticket)
                        .param("from", LIST.replace("&amp;", "&"))
                        .with(laura))
                .andExpect(content().string(containsString(back)))
                .andExpect(cookie().path("sportello-8080-from", "/tickets/" + ticket))
                .andExpect(cookie().httpOnly("sportello-8080-from", true))
                .andReturn();
        var kept = first.getResponse().getCookie("sportello-8080-from");

        web.perform(get("/tickets/" + ticket).with(laura).with(cookies(kept)))
                .andExpect(content().string(containsString(back)));
        web.perform(post("/tickets/" + ticket + "/priority")
                        .with(laura)
                        .with(cookies(kept))
                        .param("version", "99")
                        .param("priority", "HIGH"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(back)));
        web.perform(get("/agent/tickets")
                        .param("state", "new")
                        .param("came", ticket.value())
                        .with(laura))
                .andExpect(content().string(containsString("is-here")));
    }

    @Test
    void a_page_that_says_nothing_is_known_by_its_address() throws Exception {
        web.perform(get("/tickets/" + ticket).with(laura).header("Referer", "http://localhost/agent?new=mine"))
                .andExpect(content().string(containsString("href=\"/agent?new=mine\"")));
        web.perform(get("/tickets/" + ticket)
                        .with(laura)
                        .header("Referer", "http://localhost/agent/tickets?came=1&state=new"))
                .andExpect(
                        content().string(containsString("href=\"/agent/tickets?state=new&amp;came=" + ticket + "#")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/agent/tickets",
                "//evil.example",
                "/logout",
                "/agent/tickets\\@evil.example",
                "javascript:alert(1)"
            })
    void the_way_back_leads_to_lists_of_ours_only(String from) throws Exception {
        web.perform(get("/tickets/" + ticket).param("from", from).with(laura))
                .andExpect(content().string(containsString("href=\"/agent/tickets\" data-key=\"u\">")))
                .andExpect(cookie().doesNotExist("sportello-8080-from"));
    }

    @Test
    void what_is_to_be_done_to_many_is_asked_first() throws Exception {
        web.perform(get("/agent/bulks/new")
                        .param("action", "owner")
                        .param("ticket", ticket.value(), "not a number", ticket.value())
                        .with(laura))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nuovo operatore per 1 ticket")))
                .andExpect(content().string(containsString("Mario Ferri")));
        web.perform(get("/agent/bulks/new").param("action", "lock").with(laura))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scelga almeno un ticket.")));
        web.perform(get("/agent/bulks/new").param("action", "burn").with(laura)).andExpect(status().isNotFound());
    }

    @Test
    void what_the_agent_has_a_key_for_nowhere_is_not_offered() throws Exception {
        web.perform(get("/agent/tickets").with(laura))
                .andExpect(content().string(containsString("value=\"move\"")))
                .andExpect(content().string(containsString("value=\"watch\"")));
        db.sql("""
                with reading as (insert into role (name, reads_only) values ('Qualità', true) returning id)
                insert into agent_role (agent_id, role_id)
                select a.id, reading.id from agent a, reading where a.login = 'laura.bassi'
                """).update();
        web.perform(get("/agent/tickets").with(laura))
                .andExpect(content().string(not(containsString("value=\"move\""))))
                .andExpect(content().string(not(containsString("value=\"archive\""))))
                .andExpect(content().string(containsString("value=\"watch\"")));
    }

    @Test
    void what_the_agent_has_a_key_for_in_none_of_the_lists_queues_is_not_offered_there() throws Exception {
        var queue = db.sql("select queue_id from ticket where number = :number")
                .param("number", ticket.value())
                .query(Long.class)
                .single();
        db.sql("""
                delete from agent_permission where group_id = (select group_id from queue where id = :queue);
                delete from role_permission where group_id = (select group_id from queue where id = :queue);
                insert into agent_permission (agent_id, group_id, permission)
                select a.id, q.group_id, key
                  from agent a, queue q, unnest(array['ro', 'note']) key
                 where a.login = 'laura.bassi' and q.id = :queue
                """).param("queue", queue).update();
        web.perform(get("/agent/tickets").param("queue", "" + queue).with(laura))
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"action\" value=\"note\""),
                                containsString("name=\"action\" value=\"watch\""),
                                not(containsString("name=\"action\" value=\"close\"")),
                                not(containsString("name=\"action\" value=\"lock\"")))));
    }

    @Test
    void each_thing_to_be_done_has_its_question() throws Exception {
        for (var action : BulkForm.ACTIONS) {
            web.perform(get("/agent/bulks/new")
                            .param("action", action)
                            .param("ticket", ticket.value())
                            .with(laura))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("name=\"action\" value=\"" + action + "\"")));
        }
    }

    @Test
    void what_is_not_in_order_is_said_and_starts_nothing() throws Exception {
        refused(
                post("/agent/bulks").param("action", "merge").param("other", "quello"),
                "Scriva il numero di un ticket.");
        refused(post("/agent/bulks").param("action", "link"), "Scriva il numero di un ticket.");
        refused(
                post("/agent/bulks")
                        .param("action", "close")
                        .param("subject", "Fine")
                        .param("text", "Fatto."),
                "Dica se si chiude con o senza successo.");
        refused(
                post("/agent/bulks")
                        .param("action", "pending")
                        .param("state", "pending_reminder")
                        .param("date", "domani"),
                "value=\"domani\"");
    }

    private void refused(MockHttpServletRequestBuilder sent, String words) throws Exception {
        web.perform(sent.param("ticket", ticket.value()).with(laura))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(words)));
    }

    @Test
    void many_wait_until_the_day_that_was_typed() throws Exception {
        var day = LocalDate.now(ZoneId.of("Europe/Rome")).plusDays(3).toString();
        web.perform(post("/agent/bulks")
                        .param("action", "pending")
                        .param("ticket", ticket.value())
                        .param("state", "pending_reminder")
                        .param("date", day)
                        .param("time", "08:00")
                        .with(laura))
                .andExpect(status().isSeeOther());
    }

    @Test
    void the_whole_list_can_be_chosen() throws Exception {
        web.perform(get("/agent/bulks/new")
                        .param("action", "lock")
                        .param("all", "true")
                        .param("from", "/agent/tickets?state=new")
                        .with(laura))
                .andExpect(content().string(containsString(ticket.value())));
    }

    @Test
    void what_was_typed_comes_back_with_the_reason() throws Exception {
        web.perform(post("/agent/bulks")
                        .param("action", "note")
                        .param("ticket", ticket.value())
                        .param("text", "Passa lunedì.")
                        .param("subject", " ")
                        .with(laura))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva un titolo.")))
                .andExpect(content().string(containsString("Passa lunedì.")));
        web.perform(post("/agent/bulks")
                        .param("action", "move")
                        .param("ticket", ticket.value())
                        .with(laura))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scelga la coda.")));
    }

    @Test
    void a_bulk_has_a_page_that_only_its_agent_sees() throws Exception {
        var page = web.perform(post("/agent/bulks")
                        .param("action", "lock")
                        .param("ticket", ticket.value())
                        .param("from", "/agent/tickets?state=new")
                        .with(laura))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", startsWith("/agent/bulks/")))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(page).endsWith("?from=%2Fagent%2Ftickets%3Fstate%3Dnew");
        var address = page.substring(0, page.indexOf('?'));

        web.perform(get(address).with(laura))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Blocco di 1 ticket")))
                .andExpect(content().string(containsString("In corso: 0 di 1")))
                .andExpect(content().string(containsString("data-controller=\"refresh\"")));
        web.perform(get(address).with(mario)).andExpect(status().isNotFound());
        web.perform(post(address + "/undo").with(mario)).andExpect(status().isNotFound());
        web.perform(post(address + "/undo").with(laura))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Non c’è nulla da annullare.")));
    }

    private static RequestPostProcessor cookies(Cookie more) {
        return request -> {
            var all = new java.util.ArrayList<>(java.util.List.of(request.getCookies()));
            all.add(more);
            request.setCookies(all.toArray(Cookie[]::new));
            return request;
        };
    }

    private TicketNumber opened(Cast cast) {
        var giulia = cast.as(GIULIA);
        var outcome = opening.byPortal(
                giulia, giulia.customer(), new Title(LibraryStory.TITLE), new Message(LibraryStory.TEXT), Uploads.NONE);
        if (outcome instanceof Outcome.Done<TicketNumber>(var number)) return number;
        throw new AssertionError("The ticket was refused");
    }
}
