package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.automation.KeepingJobs;
import sportello.backup.Backup;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.jobs.JobKind;
import sportello.mail.AccountId;
import sportello.mailbox.Health;
import sportello.mailbox.MailboxId;
import sportello.mailkey.EndingMailKey;
import sportello.mime.Encryption;
import sportello.relay.AccountHealth;
import sportello.web.Pages;
import sportello.web.Words;

/** How the program is, what it does by itself, and what waits for somebody. */
@SportelloTest
@Transactional
class SystemDoorsTest {
    private static final long PLENTY = 1L << 40;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingJobs keeping;

    @Autowired
    private List<Task<?>> jobs;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void the_system_page_says_what_runs_and_where_the_data_lie() throws Exception {
        var version = db.sql("select current_setting('server_version')")
                .query(String.class)
                .single();
        perform(get("/admin/system"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<dd>" + version + "</dd>"),
                                containsString(Runtime.version().toString()),
                                containsString("Spazio libero"))));
    }

    @Test
    void a_job_that_fails_is_an_alarm_and_can_be_tried_at_once() throws Exception {
        db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures,
                                             last_failure, version)
                values ('send-letter', 'prova', '2090-01-01', false, 3, '2026-01-01', 1)
                """).update();
        db.sql("insert into job_failure values ('send-letter', 'prova', '2026-01-01', 'Connection <refused>')")
                .update();

        perform(get("/admin/system")).andExpect(content().string(containsString("fallisce")));
        perform(get("/admin/jobs"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Spedire una lettera"),
                                containsString("3 volte di seguito"),
                                containsString("Connection &lt;refused&gt;"))));
        retrial("prova").andExpect(status().isSeeOther());
        perform(get("/admin/jobs")).andExpect(content().string(not(containsString("2090"))));
    }

    @Test
    void every_job_has_a_name_in_each_language() {
        assertThat(jobs).isNotEmpty();
        for (var language : Language.values())
            assertThat(jobs)
                    .extracting(Task::getName)
                    .allSatisfy(job ->
                            assertThat(JobsPage.name(job, words(language))).isNotEqualTo(job));
    }

    private static Words words(Language language) {
        return new Words(Pages.messages(), language, Pages.ROME, Instant.EPOCH);
    }

    @Test
    void a_job_that_is_gone_cannot_be_tried() throws Exception {
        retrial("svanito")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già in corso o non c’è più")));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        assertThat(keeping.hasten("send-letter", "prova", cast.as(LAURA).authority()))
                .isEqualTo(new Outcome.Refused<String>(new Refusal("jobs.administer")));
    }

    @Test
    void each_thing_amiss_is_an_alarm_and_what_is_well_is_none() {
        var fine = new JobKind("send-letter", 3, 1, 1, 0, null, null);
        var bad = new JobKind("sort-mails", 1, 0, 0, 1, null, null);
        assertThat(SystemPage.alarms(
                        List.of(),
                        List.of(fine),
                        true,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Instant.EPOCH,
                        PLENTY))
                .isEmpty();
        var failing = new AccountHealth(
                new AccountId(1), "Guasti", "smtp.valle.example", false, true, null, Instant.EPOCH, "refused");
        var box = new Health(
                new MailboxId(1),
                "Posta",
                "mx.valle.example",
                false,
                null,
                null,
                Instant.EPOCH,
                "refused",
                0,
                0,
                2,
                null,
                null);
        var key = new EndingMailKey(1, Encryption.Kind.SMIME, List.of(), "0a1b", Instant.EPOCH);
        var soon = new EndingMailKey(2, Encryption.Kind.SMIME, List.of(), "1b2c", Instant.EPOCH.plusSeconds(1));
        assertThat(SystemPage.alarms(
                        List.of(box),
                        List.of(fine, bad),
                        false,
                        Optional.of("535 expired"),
                        List.of(failing),
                        Optional.of(new Backup(Instant.EPOCH, Instant.EPOCH, "/disco/uno", 0, "No space left")),
                        Optional.of("/etc/posta.pem"),
                        List.of(key, soon),
                        Instant.EPOCH,
                        1000))
                .extracting(SystemPage.Alarm::key)
                .containsExactly(
                        "disk",
                        "relay",
                        "shut_out",
                        "certificate",
                        "account",
                        "backup",
                        "mail_key_over",
                        "mail_key_ending",
                        "quarantine",
                        "jobs");
    }

    private ResultActions retrial(String instance) throws Exception {
        return perform(post("/admin/jobs/retrial").param("name", "send-letter").param("instance", instance));
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
