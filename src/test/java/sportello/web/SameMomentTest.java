package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.agent.Authority.HOUSE;
import static sportello.cast.Operator.ANNA;

import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.agent.Group;
import sportello.agent.GroupId;
import sportello.agent.KeepingGroups;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.database.SameMoment;
import sportello.identity.LoggedIn;
import sportello.queue.KeepingQueues;
import sportello.queue.KeptQueue;
import sportello.queue.QueueSettings;

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

    @Autowired
    private KeepingGroups groups;

    @Autowired
    private KeepingQueues queues;

    private Cast cast;
    private RequestPostProcessor anna;

    @BeforeEach
    void anna_has_entered() {
        cast = Cast.onStage(db);
        anna = LoggedIn.as(cast.as(ANNA), db);
    }

    @AfterEach
    void all_is_as_before() {
        db.sql("delete from customer_user where email like '%@due.example'").update();
        db.sql("delete from customer where code = 'DUE'").update();
        db.sql("delete from mailbox where name = 'Due insieme'").update();
        db.sql("delete from permission_group where name like 'Riservato %'").update();
        db.sql("delete from account where agent_id = :anna")
                .param("anna", cast.id(ANNA).value())
                .update();
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
    }

    /** What no rule sends elsewhere lies where whoever asked sees it, whichever of the two administrators was quicker. */
    @Test
    void the_raw_queue_and_its_group_which_is_reserved() throws Exception {
        var raw = queues.find(cast.raw()).orElseThrow();
        try {
            var reserved = group("Riservato prima");
            assertThat(together(() -> reserve(reserved), () -> move(raw, reserved)))
                    .isEqualTo(Outcome.refused("queues.raw_reserved"));
            var home = group("Riservato poi");
            assertThat(together(() -> move(raw, home), () -> reserve(home))).isEqualTo(Outcome.refused("groups.raw"));
        } finally {
            db.sql("update queue set group_id = :group, version = version + 1 where raw")
                    .param("group", raw.queue().group().value())
                    .update();
        }
    }

    private <T> T together(Callable<?> first, Callable<T> second) throws Exception {
        return SameMoment.later(first, second, db, transaction);
    }

    private GroupId group(String name) {
        return ((Outcome.Done<Group>) groups.add(name, HOUSE)).value().id();
    }

    private Outcome<String> reserve(GroupId group) {
        var kept = groups.find(group).orElseThrow();
        return groups.correct(group, kept.version(), kept.group().name(), true, true, HOUSE);
    }

    private Outcome<String> move(KeptQueue queue, GroupId into) {
        var was = queue.settings();
        var settings = new QueueSettings(
                was.name(),
                was.parent(),
                into,
                was.addresses(),
                was.senderName(),
                was.policy(),
                was.idleMinutes(),
                was.hours(),
                was.defaultOwner(),
                was.defaultResponsible(),
                was.valid());
        return queues.correct(queue.queue().id(), queue.version(), settings, HOUSE);
    }

    private static void refused(ResultActions answer, String why) throws Exception {
        answer.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(why)));
    }

    private ResultActions sentTogether(
            String address, Map<String, String> both, Map<String, String> first, Map<String, String> second)
            throws Exception {
        return together(
                () -> sent(address, both, first).andExpect(status().isSeeOther()), () -> sent(address, both, second));
    }

    private ResultActions sent(String address, Map<String, String> both, Map<String, String> one) throws Exception {
        var form = post(address);
        both.forEach(form::param);
        one.forEach(form::param);
        return web.perform(form.with(anna));
    }
}
