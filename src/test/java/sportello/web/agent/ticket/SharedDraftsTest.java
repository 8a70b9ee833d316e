package sportello.web.agent.ticket;

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
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;

/** What one has begun and shared, a colleague who could send it goes on with. */
@SportelloTest
@Transactional
class SharedDraftsTest {
    private static final String LAURAS = "Bozza di Laura Bassi";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        number = LibraryStory.askedBy(cast.as(GIULIA), opening);
    }

    @Test
    void a_draft_is_its_authors_alone_until_it_is_shared() throws Exception {
        keep(LAURA, "", "answer").andExpect(status().isNoContent());
        look(MARIO, "").andExpect(content().string(not(containsString("Bozza di"))));
        knock(MARIO, id(), "take").andExpect(status().isUnprocessableContent());
        assertThat(holder()).isEqualTo(cast.id(LAURA).value());

        keep(LAURA, "/share", "answer").andExpect(header().string("Location", "/tickets/" + number));

        look(MARIO, "").andExpect(content().string(allOf(containsString(LAURAS), containsString(">Continua<"))));
        look(LAURA, "")
                .andExpect(content().string(allOf(containsString("Bozza di Laura,"), containsString("condivisa"))));
    }

    @Test
    void who_could_not_send_it_neither_sees_it_nor_takes_it() throws Exception {
        keep(LAURA, "/share", "answer");

        look(NADIA, "").andExpect(content().string(not(containsString("Bozza di"))));
        for (var what : new String[] {"take", "discard"}) {
            knock(NADIA, id(), what)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Questa bozza non c’è più")));
            knock(PIERO, id(), what).andExpect(status().isNotFound());
        }
        assertThat(holder()).isEqualTo(cast.id(LAURA).value());
    }

    @Test
    void a_colleague_goes_on_with_its_words_and_files_and_the_first_sees_who_has_it() throws Exception {
        keep(
                LAURA,
                "/share",
                "note",
                new MockMultipartFile("files", "mappa.txt", "text/plain", "mappa".getBytes(UTF_8)));

        knock(MARIO, id(), "take")
                .andExpect(header().string("Location", "/tickets/" + number + "/notes/new?article=1"));

        look(MARIO, "/notes/new?article=1")
                .andExpect(content().string(allOf(containsString("Ecco le fasce."), containsString("mappa.txt"))));
        look(LAURA, "").andExpect(content().string(containsString("Bozza di Mario Ferri")));
        look(LAURA, "/notes/new?article=1").andExpect(content().string(not(containsString("Ecco le fasce."))));
        knock(LAURA, id(), "take").andExpect(status().isSeeOther());
        assertThat(holder()).isEqualTo(cast.id(LAURA).value());
    }

    /** Who said it answers for it. */
    @Test
    void that_something_may_leave_in_the_clear_is_not_taken_over() throws Exception {
        keep(LAURA, "/share", "note");
        db.sql("update draft set content = content || '{\"inClear\": \"true\"}' where id = :id")
                .param("id", id())
                .update();
        knock(MARIO, id(), "take").andExpect(status().isSeeOther());
        assertThat(here("select d.content::text from draft d join ticket t on t.id = d.ticket_id")
                        .query(String.class)
                        .single())
                .contains("Ecco le fasce.")
                .doesNotContain("inClear");
    }

    @Test
    void who_has_one_of_the_own_ends_that_first() throws Exception {
        keep(LAURA, "/share", "note");
        var shared = id();
        keep(MARIO, "", "note");

        knock(MARIO, shared, "take")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Ha già una bozza sua")));

        web.perform(post(address("/drafts/discard"))
                .with(LoggedIn.as(cast.as(MARIO), db))
                .param("kind", "note")
                .param("article", "1"));
        knock(MARIO, shared, "take").andExpect(status().isSeeOther());
    }

    @Test
    void a_colleague_throws_it_away_and_what_is_sent_is_not_shared_when_it_comes_back() throws Exception {
        keep(LAURA, "/share", "note");
        knock(MARIO, id(), "discard").andExpect(status().isSeeOther());
        assertThat(here("select count(*) from draft d join ticket t on t.id = d.ticket_id")
                        .query(Integer.class)
                        .single())
                .isZero();

        keep(LAURA, "/share", "answer");
        web.perform(form(LAURA, "/answers").param("to", "biblioteca@roccalba.example"))
                .andExpect(status().isSeeOther());
        look(MARIO, "").andExpect(content().string(not(containsString(LAURAS))));
        var mail = here("select max(a.no) from article a join ticket t on t.id = a.ticket_id and a.channel = 'email'")
                .query(Integer.class)
                .single();
        web.perform(post(address("/recall"))
                        .with(LoggedIn.as(cast.as(LAURA), db))
                        .param("article", "" + mail))
                .andExpect(status().isSeeOther());
        look(MARIO, "").andExpect(content().string(not(containsString(LAURAS))));
    }

    @Test
    void what_only_its_author_can_finish_is_not_shared() throws Exception {
        keep(LAURA, "/share", "closure").andExpect(status().isNotFound());
    }

    private ResultActions keep(Operator who, String part, String kind, MockMultipartFile... files) throws Exception {
        var request = form(who, "/drafts" + part);
        for (var file : files) request.file(file);
        return web.perform(request.param("kind", kind));
    }

    private MockMultipartHttpServletRequestBuilder form(Operator who, String part) {
        return multipart(address(part))
                .with(LoggedIn.as(cast.as(who), db))
                .param("version", "" + version())
                .param("article", "1")
                .param("subject", "Orari")
                .param("text", "Ecco le fasce.");
    }

    private ResultActions knock(Operator who, long draft, String what) throws Exception {
        return web.perform(post(address("/drafts/" + draft + "/" + what)).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions look(Operator who, String part) throws Exception {
        return web.perform(get(address(part)).with(LoggedIn.as(cast.as(who), db)))
                .andExpect(status().isOk());
    }

    /** Asked of this ticket alone. */
    private JdbcClient.StatementSpec here(String question) {
        return db.sql(question + " where t.number = :number").param("number", number.value());
    }

    private String address(String part) {
        return "/tickets/" + number + part;
    }

    private long id() {
        return here("select d.id from draft d join ticket t on t.id = d.ticket_id")
                .query(Long.class)
                .single();
    }

    private long holder() {
        return here("select d.agent_id from draft d join ticket t on t.id = d.ticket_id")
                .query(Long.class)
                .single();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }
}
