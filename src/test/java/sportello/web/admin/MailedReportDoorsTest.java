package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.stats.KeepingMailedReports;
import sportello.stats.KeptMailedReport;

/** Where administrators say which reports leave by mail. */
@SportelloTest
@Transactional
class MailedReportDoorsTest {
    private static final String PAGE = "/admin/mailed-reports";
    private static final String NAME = "Flussi di prova";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingMailedReports keeping;

    private Cast cast;

    @BeforeEach
    void the_cast_enters() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_report_is_kept_listed_corrected_once_and_told_to_the_book() throws Exception {
        send(PAGE, ANNA, fields()).andExpect(redirectedUrl(PAGE));
        see(PAGE, ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString(NAME),
                                containsString("Resoconto per responsabile, mese scorso"),
                                containsString("ogni mese, il giorno 3"),
                                containsString("mai"))));
        var report = PAGE + "/" + kept().id();
        see(report + "/edit", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"month.3\" selected"),
                                containsString("value=\"" + cast.id(LAURA).value() + "\" checked"),
                                containsString("Invialo a me adesso"))));

        var corrected = fields();
        corrected.put("version", "0");
        corrected.put("on", "week.5");
        send(report, ANNA, corrected).andExpect(redirectedUrl(PAGE));
        corrected.put("on", "week.2");
        send(report, ANNA, corrected)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nel frattempo qualcuno ha cambiato questo resoconto."),
                                containsString("value=\"week.2\" selected"))));
        see(PAGE, ANNA).andExpect(content().string(containsString("ogni venerdì")));
        see("/admin/book?topic=mailed_reports", ANNA)
                .andExpect(content().string(allOf(containsString("Resoconti per posta"), containsString("Giorno"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "name  | ''       | Scriva un nome",
                "agent | -        | Scelga almeno un ruolo o un operatore",
                "agent | 99999999 | Uno dei ruoli o degli operatori scelti non c’è.",
                "on    | month.31 | Scelga dagli elenchi",
                "hour  | 24       | Scelga dagli elenchi",
                "by    | mood     | Scelga dagli elenchi"
            })
    void what_cannot_be_sent_is_refused_and_stays_typed(String field, String value, String why) throws Exception {
        var fields = fields();
        if (value == null) fields.remove(field);
        else fields.put(field, value);
        send(PAGE, ANNA, fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(why), containsString("value=\"month\" selected"))));
        assertThat(keeping.all()).noneMatch(one -> one.report().name().equals(NAME));
    }

    @Test
    void a_name_is_there_once() throws Exception {
        send(PAGE, ANNA, fields());
        send(PAGE, ANNA, fields())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("«" + NAME + "» c’è già")));
    }

    @Test
    void who_wants_to_see_it_gets_it_at_once_and_alone() throws Exception {
        send(PAGE, ANNA, fields());
        var due = kept().due();
        send(PAGE + "/" + kept().id() + "/trial", ANNA, Map.of()).andExpect(redirectedUrl(PAGE));
        assertThat(db.sql("select to_address from letter where subject like :name || ':%'")
                        .param("name", NAME)
                        .query(String.class)
                        .list())
                .containsExactly(db.sql("select email from agent where login = 'anna.riva'")
                        .query(String.class)
                        .single());
        assertThat(kept().due()).isEqualTo(due);
        assertThat(kept().sent()).isNull();
    }

    @Test
    void nobody_else_keeps_or_sends_them() throws Exception {
        send(PAGE, ANNA, fields());
        see(PAGE, LAURA).andExpect(status().isNotFound());
        send(PAGE, LAURA, fields()).andExpect(status().isNotFound());
        var laura = cast.as(LAURA);
        assertThat(keeping.add(kept().report(), laura.authority())).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(kept().id(), 0, kept().report(), laura.authority()))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.send(kept().id(), laura)).isInstanceOf(Outcome.Refused.class);
    }

    private KeptMailedReport kept() {
        return keeping.all().stream()
                .filter(one -> one.report().name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        fields.put("name", NAME);
        fields.put("by", "responsible");
        fields.put("span", "month");
        fields.put("on", "month.3");
        fields.put("hour", "7");
        fields.put("agent", "" + cast.id(LAURA).value());
        fields.put("valid", "true");
        return fields;
    }

    private ResultActions see(String page, Operator who) throws Exception {
        return web.perform(get(page).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String door, Operator who, Map<String, String> fields) throws Exception {
        var form = post(door);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }
}
