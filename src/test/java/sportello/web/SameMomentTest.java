package sportello.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** Two tabs send what excludes each other at the same moment: the later one is told what stands in its way, as a minute later. */
@SportelloTest
class SameMomentTest {
    private static final Map<String, String> ANYBODY = Map.of("lastName", "Moretti", "customer", "ROCCALBA");
    private static final Map<String, String> MAILBOX =
            Map.of("host", "imap.gmail.com", "port", "993", "user", "due@valle.example", "forConsent", "true");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private RequestPostProcessor anna = request -> request;

    @BeforeEach
    void anna_has_entered() {
        anna = LoggedIn.as(Cast.onStage(db).as(ANNA), db);
    }

    @Test
    void one_tax_code_for_two_people() throws Exception {
        var ida = Map.of("firstName", "Ida", "email", "ida@due.example", "taxCode", "MRTDIA80A41F205O");
        var pia = Map.of("firstName", "Pia", "email", "pia@due.example", "taxCode", "MRTDIA80A41F205O");
        refused(sentTogether("/customers/users", ANYBODY, ida, pia), "Con questo codice fiscale c’è già Ida Moretti");
    }

    @Test
    void one_address_for_two_people() throws Exception {
        var eva = Map.of("firstName", "Eva", "email", "eva@due.example");
        refused(
                sentTogether("/customers/users", ANYBODY, eva, eva),
                "Con questo nome utente o indirizzo c’è già Eva Moretti");
    }

    @Test
    void one_code_for_two_customers() throws Exception {
        var first = Map.of("name", "Comune di Prima", "code", "DUE");
        var second = Map.of("name", "Comune di Poi", "code", "due");
        refused(sentTogether("/customers", Map.of(), first, second), "è già di Comune di Prima");
    }

    @Test
    void one_name_for_two_mailboxes() throws Exception {
        var name = Map.of("name", "Due insieme");
        refused(sentTogether("/admin/mailboxes", MAILBOX, name, name), "Una casella di nome");
        db.sql("delete from mailbox where name = 'Due insieme'").update();
    }

    private static void refused(ResultActions answer, String why) throws Exception {
        answer.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(why)));
    }

    /** What the second is told, which came while the first was still being done. */
    private ResultActions sentTogether(
            String address, Map<String, String> both, Map<String, String> first, Map<String, String> second)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return transaction
                    .execute(status -> {
                        done(() -> sent(address, both, first).andExpect(status().isSeeOther()));
                        var later = threads.submit(() -> sent(address, both, second));
                        while (!later.isDone() && !isWaitedFor()) Thread.onSpinWait();
                        return later;
                    })
                    .get(30, SECONDS);
        }
    }

    private ResultActions sent(String address, Map<String, String> both, Map<String, String> one) throws Exception {
        var form = post(address);
        both.forEach(form::param);
        one.forEach(form::param);
        return web.perform(form.with(anna));
    }

    private static void done(Callable<?> errand) {
        try {
            errand.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whether somebody cannot go on before our transaction ends. */
    private boolean isWaitedFor() {
        db.sql("select pg_stat_clear_snapshot()").query((row, number) -> 0).single();
        return db.sql(
                        "select exists (select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }
}
