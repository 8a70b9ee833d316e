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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.agent.KeepingNews;
import sportello.agent.KeptNews;
import sportello.agent.NewsBoard;
import sportello.agent.NewsItem;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** Where administrators write what the board at the desk says. */
@SportelloTest
@Transactional
class NewsDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingNews keeping;

    @Autowired
    private NewsBoard board;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from news").update();
    }

    @Test
    void what_is_written_stands_on_the_dashboard_of_its_readers_in_its_time() throws Exception {
        send("/admin/news", fields("Chiusura")).andExpect(status().isSeeOther());
        var english = fields("Closing");
        english.set("language", "en");
        send("/admin/news", english);
        var coming = fields("Più tardi");
        coming.set("since", "2990-01-01T08:00");
        send("/admin/news", coming);
        var over = fields("Passata");
        over.set("until", "2020-02-01T08:00");
        send("/admin/news", over);

        assertThat(board.current(Language.ITALIAN, Authority.HOUSE))
                .extracting(NewsItem::title)
                .containsExactly("Chiusura");
        assertThat(board.current(Language.ENGLISH, Authority.HOUSE))
                .extracting(NewsItem::title)
                .containsExactlyInAnyOrder("Chiusura", "Closing");
        as(get("/admin/news"))
                .andExpect(content()
                        .string(allOf(
                                containsString("si legge ora"),
                                containsString("deve ancora venire"),
                                containsString("è passata"),
                                containsString("01/01/2020 08:00"))));
    }

    @Test
    void what_is_not_valid_any_more_is_gone_at_once() throws Exception {
        send("/admin/news", fields("Chiusura"));
        var address = "/admin/news/" + only().id();
        as(get(address + "/edit"))
                .andExpect(content()
                        .string(allOf(containsString("value=\"2020-01-01T08:00\""), containsString("Siamo chiusi."))));
        var form = fields("Chiusura");
        form.remove("valid");
        send(address, form).andExpect(status().isSeeOther());

        assertThat(board.current(Language.ITALIAN, Authority.HOUSE)).isEmpty();
        as(get("/admin/news")).andExpect(content().string(containsString("non più valida")));
        send(address, form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title | ' '              | Scriva un titolo.
            text  | ' '              | Scriva il testo.
            since | ''               | Scriva giorno e ora
            until | domani           | Scriva giorno e ora
            until | 2020-01-01T08:00 | La fine deve venire dopo
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        var form = fields("Chiusura");
        form.set(field, typed);
        send("/admin/news", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(said), containsString("class=\"refusal\""))));
        assertThat(keeping.latest(10)).isEmpty();
    }

    @Test
    void the_use_case_asks_too_who_may() throws Exception {
        send("/admin/news", fields("Chiusura"));
        var kept = only();
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add(kept.details(), by)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(kept.id(), kept.version(), kept.details(), by))
                .isInstanceOf(Outcome.Refused.class);
    }

    private KeptNews only() {
        return keeping.latest(10).getFirst();
    }

    private static MultiValueMap<String, String> fields(String title) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "0");
        form.add("title", title);
        form.add("text", "Siamo chiusi.");
        form.add("language", "");
        form.add("since", "2020-01-01T08:00");
        form.add("until", "");
        form.add("valid", "true");
        return form;
    }

    private ResultActions send(String address, MultiValueMap<String, String> fields) throws Exception {
        return as(post(address).params(fields));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
