package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;

/** The files chosen in a form are kept with its draft, for its author alone, and go along once. */
@SportelloTest
@Transactional
class DraftFilesTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Clock clock;

    private Cast cast;
    private TicketNumber number;
    private long before;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        number = LibraryStory.askedBy(giulia, opening);
        before = db.sql("select max(id) from article").query(Long.class).single();
    }

    @Test
    void a_chosen_file_is_there_again_for_its_author_alone() throws Exception {
        add("note", file("mappa.txt", "la mappa"))
                .andExpect(status().isOk())
                .andExpect(content().string(line("mappa.txt")));

        see(LAURA, "/notes/new?article=1")
                .andExpect(content().string(allOf(line("mappa.txt"), containsString("Ripresa la bozza"))));
        see(LAURA, "/mails/new").andExpect(content().string(not(containsString("mappa.txt"))));
        see(MARIO, "/notes/new?article=1").andExpect(content().string(not(containsString("mappa.txt"))));
    }

    @Test
    void it_begins_a_draft_and_leaves_the_words_of_one_that_is_there() throws Exception {
        web.perform(form("/drafts", "note").param("text", "Parole salvate.")).andExpect(status().isNoContent());
        web.perform(form("/drafts/files", "note")
                .file(file("mappa.txt", "la mappa"))
                .param("text", "Più vecchie."));
        see(LAURA, "/notes/new?article=1")
                .andExpect(content().string(allOf(containsString("Parole salvate."), line("mappa.txt"))));

        web.perform(form("/drafts/files", "mail")
                .file(file("mappa.txt", "la mappa"))
                .param("text", "Un inizio."));
        see(LAURA, "/mails/new").andExpect(content().string(allOf(containsString("Un inizio."), line("mappa.txt"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "call", "mail", "answer", "forward"})
    void it_goes_along_once_and_the_draft_is_over(String kind) throws Exception {
        add(kind, file("mappa.txt", "la mappa"));
        send(kind, file("foto.txt", "la foto"), saved()).andExpect(status().isSeeOther());

        assertThat(attached()).containsExactly("mappa.txt", "foto.txt");
        assertThat(saved()).isEmpty();
        see(LAURA, "/" + kind + "s/new?article=1").andExpect(content().string(not(containsString("mappa.txt"))));
    }

    @Test
    void a_ticket_is_opened_with_the_files_of_its_draft() throws Exception {
        keepOpening(file("mappa.txt", "la mappa")).andExpect(content().string(line("mappa.txt")));
        web.perform(get("/tickets/new?channel=phone").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(line("mappa.txt")));
        web.perform(post("/tickets/new/drafts").param("channel", "phone").with(LoggedIn.as(cast.as(LAURA), db)));
        assertThat(saved()).as("a form without words that has files is a draft").hasSize(1);

        var ids = saved();
        open(ids).andExpect(status().isSeeOther());
        assertThat(attached()).containsExactly("mappa.txt");
        assertThat(saved()).isEmpty();

        open(ids).andExpect(status().isSeeOther());
        assertThat(db.sql("select count(*) from ticket where title = 'Sala fredda'")
                        .query(Integer.class)
                        .single())
                .as("the same form pressed twice")
                .isOne();
    }

    @Test
    void what_stands_in_the_field_too_goes_along_once() throws Exception {
        add("note", file("mappa.txt", "la mappa"), file("foto.txt", "la foto"));
        send("note", file("mappa.txt", "la mappa"), saved()).andExpect(status().isSeeOther());
        assertThat(attached()).containsExactlyInAnyOrder("mappa.txt", "foto.txt");
    }

    @Test
    void what_only_looks_the_same_goes_along_beside_it() throws Exception {
        add("note", file("mappa.txt", "la mappa"));
        send("note", file("mappa.txt", "la MAPPA"), saved()).andExpect(status().isSeeOther());
        assertThat(attached()).containsExactly("mappa.txt", "mappa.txt");
    }

    @Test
    void what_comes_twice_is_kept_once() throws Exception {
        add("note", file("mappa.txt", "la mappa"));
        add("note", file("mappa.txt", "la mappa"), file("mappa.txt", "un’altra"))
                .andExpect(status().isOk());
        assertThat(saved()).hasSize(2);
    }

    @Test
    void what_is_left_out_stays_behind_and_makes_room() throws Exception {
        add("note", many(20));
        var ids = saved();
        web.perform(form("/drafts", "note")
                .param("saved.offered", ids.toArray(String[]::new))
                .param("saved.chosen", ids.get(0)));
        see(LAURA, "/notes/new?article=1")
                .andExpect(content()
                        .string(allOf(
                                containsString(ids.get(0) + "\" checked"),
                                not(containsString(ids.get(1) + "\" checked")))));

        web.perform(form("/drafts/files", "note")
                        .file(file("mappa.txt", "la mappa"))
                        .param("saved.offered", ids.toArray(String[]::new))
                        .param("saved.chosen", ids.get(0)))
                .andExpect(status().isOk());
        assertThat(saved()).hasSize(2).contains(ids.get(0));

        send("note", file("foto.txt", "la foto"), List.of(ids.get(0))).andExpect(status().isSeeOther());
        assertThat(attached()).containsExactly("0.txt", "foto.txt");
    }

    @Test
    void too_many_are_refused_in_clear_words_and_what_is_there_stays() throws Exception {
        add("note", many(20));
        add("note", file("mappa.txt", "la mappa"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("al massimo 20 file"), line("0.txt"))));
        assertThat(saved()).hasSize(20);

        send("note", file("mappa.txt", "la mappa"), saved())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 20 file")));
        assertThat(attached()).isEmpty();
    }

    @Test
    void another_agents_file_goes_along_with_nothing() throws Exception {
        add("note", file("mappa.txt", "la mappa"));
        web.perform(written(MARIO, "note").param("saved.chosen", saved().get(0)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("non c’è più"), not(containsString("mappa.txt")))));
        assertThat(attached()).isEmpty();
    }

    @Test
    void a_form_that_comes_back_has_its_files_still() throws Exception {
        web.perform(form("/notes", "note").file(file("mappa.txt", "la mappa")).param("text", "Senza oggetto."))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(line("mappa.txt"), not(containsString("li scelga di nuovo")))));
        send("note", file("", ""), saved()).andExpect(status().isSeeOther());
        assertThat(attached()).containsExactly("mappa.txt");
    }

    @Test
    void the_template_is_filled_in_beside_the_files() throws Exception {
        web.perform(written(LAURA, "mail").file(file("mappa.txt", "la mappa")).param("fill", "true"))
                .andExpect(content().string(line("mappa.txt")));
    }

    @Test
    void what_was_mailed_comes_back_with_its_files() throws Exception {
        add("answer", file("mappa.txt", "la mappa"));
        send("answer", file("", ""), saved()).andExpect(status().isSeeOther());
        web.perform(post(address("/recall")).param("article", latest()).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isSeeOther());
        see(LAURA, "/answers/new?article=1")
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"kept\" value=\"1\" checked> mappa.txt"),
                                not(containsString("saved.chosen")))));
    }

    @Test
    void a_draft_that_is_thrown_away_has_no_files() throws Exception {
        add("note", file("mappa.txt", "la mappa"));
        web.perform(post(address("/drafts/discard"))
                .param("kind", "note")
                .param("article", "1")
                .with(LoggedIn.as(cast.as(LAURA), db)));
        assertThat(saved()).isEmpty();
        see(LAURA, "/notes/new?article=1").andExpect(content().string(not(containsString("mappa.txt"))));
    }

    @Test
    void a_file_on_its_way_to_a_draft_that_was_thrown_away_comes_too_late() throws Exception {
        var opened = clock.instant().minusSeconds(60);
        web.perform(form("/drafts", "note").param("text", "Lascio perdere.")).andExpect(status().isNoContent());
        web.perform(post(address("/drafts/discard"))
                .param("kind", "note")
                .param("article", "1")
                .with(LoggedIn.as(cast.as(LAURA), db)));

        addTo(opened, "note")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già stata inviata o scartata")));
        assertThat(drafts()).isZero();

        addTo(clock.instant().plusSeconds(1), "note").andExpect(status().isOk());
        assertThat(saved()).hasSize(1);
    }

    @Test
    void a_file_on_its_way_to_a_mail_that_was_sent_brings_back_no_draft() throws Exception {
        var opened = clock.instant().minusSeconds(60);
        send("answer", file("", ""), List.of()).andExpect(status().isSeeOther());

        addTo(opened, "answer").andExpect(status().isUnprocessableContent());

        assertThat(saved()).isEmpty();
        see(LAURA, "/answers/new?article=1").andExpect(content().string(not(containsString("Ripresa la bozza"))));
    }

    @Test
    void a_file_on_its_way_to_a_ticket_that_is_not_opened_after_all_comes_too_late() throws Exception {
        var opened = clock.instant().minusSeconds(60);
        web.perform(
                post("/tickets/new/drafts/discard").param("channel", "phone").with(LoggedIn.as(cast.as(LAURA), db)));
        web.perform(multipart("/tickets/new/drafts/files")
                        .file(file("mappa.txt", "la mappa"))
                        .param("channel", "phone")
                        .param("opened", opened.toString())
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isUnprocessableContent());
        assertThat(drafts()).isZero();
    }

    private ResultActions addTo(Instant opened, String kind) throws Exception {
        return web.perform(
                form("/drafts/files", kind).file(file("mappa.txt", "la mappa")).param("opened", opened.toString()));
    }

    /** Of a mail that can still be recalled the draft is kept, also by another test. */
    private int drafts() {
        return db.sql("select count(*) from draft where sent_as is null")
                .query(Integer.class)
                .single();
    }

    @Test
    void where_no_files_can_be_chosen_none_are_kept() throws Exception {
        add("closure", file("mappa.txt", "la mappa")).andExpect(status().isNotFound());
        add("opening_phone", file("mappa.txt", "la mappa")).andExpect(status().isNotFound());
        assertThat(saved()).isEmpty();
    }

    private ResultActions add(String kind, MockMultipartFile... files) throws Exception {
        var request = form("/drafts/files", kind);
        for (var file : files) request.file(file);
        return web.perform(request);
    }

    private ResultActions keepOpening(MockMultipartFile file) throws Exception {
        return web.perform(multipart("/tickets/new/drafts/files")
                .file(file)
                .param("channel", "phone")
                .with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private ResultActions open(List<String> saved) throws Exception {
        return web.perform(multipart("/tickets")
                .file(file("", ""))
                .param("form", "11111111-2222-3333-4444-555555555555")
                .param("channel", "phone")
                .param("queue", "" + cast.id(Place.IMPIANTI).value())
                .param(
                        "asker",
                        cast.id(GIULIA).value() + "-"
                                + cast.as(GIULIA).customer().value())
                .param("title", "Sala fredda")
                .param("text", "È fredda.")
                .param("saved.chosen", saved.toArray(String[]::new))
                .with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private ResultActions send(String kind, MockMultipartFile file, List<String> saved) throws Exception {
        return web.perform(written(LAURA, kind).file(file).param("saved.chosen", saved.toArray(String[]::new)));
    }

    private MockMultipartHttpServletRequestBuilder form(String part, String kind) {
        return form(LAURA, part, kind);
    }

    /** Mails and calls are about no article. */
    private MockMultipartHttpServletRequestBuilder form(Operator by, String part, String kind) {
        return multipart(address(part))
                .with(LoggedIn.as(cast.as(by), db))
                .param("version", version())
                .param("kind", kind)
                .param("article", kind.equals("mail") || kind.equals("call") ? "0" : "1");
    }

    private MockMultipartHttpServletRequestBuilder written(Operator by, String kind) {
        return form(by, "/" + kind + "s", kind)
                .param("subject", "Orari")
                .param("to", "biblioteca@roccalba.example")
                .param("call", "made")
                .param("other", "Giulia")
                .param("text", "Ecco.");
    }

    private ResultActions see(Operator by, String part) throws Exception {
        return web.perform(get(address(part)).with(LoggedIn.as(cast.as(by), db)))
                .andExpect(status().isOk());
    }

    private String address(String part) {
        return "/tickets/" + number + part;
    }

    private static MockMultipartFile file(String name, String bytes) {
        return new MockMultipartFile("files", name, "text/plain", bytes.getBytes(UTF_8));
    }

    private static MockMultipartFile[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(no -> file(no + ".txt", "file " + no))
                .toArray(MockMultipartFile[]::new);
    }

    /** As it stands in a form, to go along. */
    private static Matcher<String> line(String name) {
        return matchesPattern("(?s).*name=\"saved\\.chosen\" value=\"\\d+\" checked> " + name + " .*");
    }

    /** The ids of what lies with drafts. */
    private List<String> saved() {
        return db.sql("select id::text from draft_file where draft_id is not null order by id")
                .query(String.class)
                .list();
    }

    private List<String> attached() {
        return db.sql("""
                select name
                  from attachment
                 where content_id is null
                   and article_id > :before
                 order by article_id, position
                """).param("before", before).query(String.class).list();
    }

    private String latest() {
        return db.sql("""
                select max(a.no)::text
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                   and a.channel = 'email'
                   and a.sender = 'agent'
                """).param("number", number.value()).query(String.class).single();
    }

    private String version() {
        return db.sql("select version::text from ticket where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }
}
