package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.MARIO;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Csv;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Whatever leaves for a spreadsheet leaves as text, through each door. */
@SportelloTest
@Transactional
class ExportDoorsTest {
    private static final List<String> BEGINNINGS =
            List.of("=", "+", "-", "@", "|", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Book book;

    @Autowired
    private Routes routes;

    private Cast cast;

    private record Written(String name) {}

    @BeforeEach
    void evil_stands_in_titles_and_in_the_book() {
        cast = Cast.alone(db);
        var giulia = cast.as(GIULIA);
        for (var beginning : BEGINNINGS) {
            var opened = opening.byPortal(
                    giulia, giulia.customer(), new Title("Lampione"), new Message("Lampione."), Uploads.NONE);
            var number = ((Outcome.Done<?>) opened).value().toString();
            var evil = evil(beginning);
            db.sql("update ticket set title = :title where number = :number")
                    .param("title", evil)
                    .param("number", number)
                    .update();
            book.write(Topic.NEWS, number, evil, null, new Written(evil));
        }
    }

    private static String evil(String beginning) {
        return beginning + "HYPERLINK(1) Lampione";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /agent/tickets/export",
                "GET /customers/{id}/export",
                "GET /customers/users/{id}/export",
                "GET /search/export",
                "GET /admin/book/export",
                "GET /reports/export"
            })
    void a_formula_is_a_text_there(String route) throws Exception {
        var giulia = cast.as(GIULIA);
        var address = Map.of(
                        "GET /agent/tickets/export", "/agent/tickets/export",
                        "GET /customers/{id}/export",
                                "/customers/" + giulia.customer().value() + "/export?state=",
                        "GET /customers/users/{id}/export",
                                "/customers/users/" + giulia.id().value() + "/export?state=",
                        "GET /search/export", "/search/export?q=lampione",
                        "GET /admin/book/export", "/admin/book/export?topic=news",
                        "GET /reports/export", "/reports/export?by=failures")
                .get(route);
        if (route.equals("GET /reports/export")) allFailed();
        var who = route.startsWith("GET /admin") ? ANNA : MARIO;
        var file = web.perform(get(address).param("format", "csv").with(LoggedIn.as(cast.as(who), db)))
                .andReturn()
                .getResponse();
        assertThat(file.getStatus()).isEqualTo(200);
        var text = new String(file.getContentAsByteArray(), UTF_8);
        for (var beginning : BEGINNINGS) {
            assertThat(text).as(route).contains("\"'" + evil(beginning)).doesNotContain("\"" + evil(beginning));
        }
    }

    private void allFailed() {
        db.sql("update ticket set state_id = 8, state_type = 'closed', closed_at = now() where title like '%Lampione'")
                .update();
    }

    @Test
    void no_door_for_spreadsheets_is_forgotten() {
        assertThat(routes.all().stream().map(route -> route.name()).filter(name -> name.endsWith("/export")))
                .hasSize(9)
                .contains("GET /admin/configuration/export", "GET /admin/configuration/versions/{id}/export");
    }

    @Test
    void what_is_read_back_is_what_was_written() {
        for (var beginning : List.of("=", "+", "|", "\uFF1D"))
            assertThat(Csv.read("titolo\n\"'" + evil(beginning) + "\"")
                            .getLast()
                            .cell(0))
                    .isEqualTo(evil(beginning));
    }
}
