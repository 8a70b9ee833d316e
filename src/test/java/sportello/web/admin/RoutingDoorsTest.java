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
import static sportello.cast.Operator.MARIO;
import static sportello.queue.RoutingCondition.Field.BODY;
import static sportello.queue.RoutingCondition.Field.SUBJECT;
import static sportello.queue.RoutingCondition.Operator.CONTAINS;
import static sportello.queue.RoutingCondition.Operator.MATCHES;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.queue.KeepingRouting;
import sportello.queue.KeptRoutingRule;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.queue.RoutingCondition;
import sportello.queue.RoutingRule;

/** Where administrators keep the rules that put a request into its queue, and try them (S14). */
@SportelloTest
@Transactional
class RoutingDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingRouting keeping;

    @Autowired
    private Queues queues;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from routing_rule").update();
    }

    @Test
    void a_kept_rule_is_what_was_typed_and_the_book_tells_of_it() throws Exception {
        send("/admin/routing", fields("Lampioni")).andExpect(status().isSeeOther());

        assertThat(keeping.all())
                .extracting(KeptRoutingRule::rule)
                .containsExactly(new RoutingRule(
                        "Lampioni",
                        List.of(
                                new RoutingCondition(SUBJECT, MATCHES, "guasto|spento, via", false),
                                new RoutingCondition(BODY, CONTAINS, "prova", true)),
                        queue("Illuminazione::Guasti"),
                        cast.id(MARIO),
                        null,
                        4));
        assertThat(db.sql("select name from audit_line where topic = 'routing' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Lampioni");
        page("/admin/routing")
                .andExpect(
                        content().string(allOf(containsString("guasto|spento, via"), containsString("Mario Ferri"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name     | ' '     | Scriva il nome della regola.
            name     | spam    | Una regola «spam» c’è già.
            value    | guasto( | «guasto(» non è un’espressione regolare: missing closing ).
            value    | ' '     | una riga ha solo spazi
            queue    | 0       | Questa coda non c’è più.
            priority | 7       | La priorità va da 1 a 5.
            owner    | LAURA   | Laura Bassi non può lavorare nella coda
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        send("/admin/routing", fields("Spam")).andExpect(status().isSeeOther());
        var form = fields("Nuova");
        if (field.equals("value")) form.get(field).set(0, typed);
        else form.set(field, typed.equals("LAURA") ? "" + cast.id(LAURA).value() : typed);
        send("/admin/routing", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(containsString("value=\"prova\"")));
        assertThat(keeping.all()).hasSize(1);
    }

    @Test
    void a_rule_has_so_many_conditions_at_most() throws Exception {
        Edge.of("queue/RoutingRuleCheck.MOST").isTheLast(many -> {
            var form = fields("Regola " + many);
            for (var further = 2; further < many; further++) {
                form.add("field", "body");
                form.add("sense", "lacks");
                form.add("operator", "contains");
                form.add("value", "prova");
            }
            return send("/admin/routing", form).andReturn().getResponse().getStatus() == 303;
        });
    }

    @Test
    void an_expression_that_cannot_be_read_is_named_at_its_field() throws Exception {
        var form = fields("Nuova");
        form.get("value").set(0, "guasto(");
        send("/admin/routing", form)
                .andExpect(content().string(containsString("aria-invalid=\"true\" aria-describedby=\"amiss\"")))
                .andExpect(content().string(containsString("id=\"amiss\"")));
    }

    @Test
    void the_first_rule_that_holds_decides_and_the_order_can_be_changed() throws Exception {
        send("/admin/routing", fields("Uno"));
        send("/admin/routing", fields("Due"));
        tried("Guasto").andExpect(content().string(containsString("Decide la regola «Uno»")));

        send(address("Due") + "/move", one("way", "up")).andExpect(status().isSeeOther());

        assertThat(names()).containsExactly("Due", "Uno");
        tried("Guasto").andExpect(content().string(containsString("Decide la regola «Due»")));
        send(address("Due") + "/move", one("way", "up")).andExpect(status().isSeeOther());
        assertThat(names()).containsExactly("Due", "Uno");
        send("/admin/routing/0/move", one("way", "up")).andExpect(status().isNotFound());
    }

    @Test
    void a_trial_says_of_each_rule_why_it_does_not_hold_and_opens_nothing() throws Exception {
        var tickets = tickets();
        send("/admin/routing", fields("Lampioni"));
        var always = fields("Tutto il resto");
        List.of("field", "sense", "operator", "value").forEach(always::remove);
        send("/admin/routing", always);
        send("/admin/routing", fields("Mai chiesta"));

        tried("Bolletta")
                .andExpect(content().string(containsString("Decide la regola «Tutto il resto»")))
                .andExpect(content().string(containsString("Illuminazione::Guasti")))
                .andExpect(content().string(containsString("non vale:")))
                .andExpect(content().string(containsString("<code>guasto|spento, via</code>")))
                .andExpect(content().string(not(containsString("<code>prova</code>"))))
                .andExpect(content().string(containsString("non si chiede più")));
        assertThat(tickets()).isEqualTo(tickets);
    }

    @Test
    void a_request_that_no_rule_knows_goes_where_it_was_written_to_or_to_the_raw_queue() throws Exception {
        db.sql("insert into queue_address (queue_id, position, address) values (:queue, 90, 'luce@valle.example')")
                .param("queue", queue("Illuminazione::Guasti").value())
                .update();
        tried("Bolletta")
                .andExpect(content()
                        .string(allOf(
                                containsString("Nessuna regola vale"),
                                containsString(queues.raw().name()))));
        var mail = request("Bolletta");
        mail.set("channel", "email");
        mail.set("recipient", "luce@valle.example");
        send("/admin/routing/trial", mail)
                .andExpect(content().string(containsString("<dd>Illuminazione::Guasti</dd>")));
    }

    @Test
    void a_trial_knows_the_customer_by_code_and_by_sender() throws Exception {
        var coded = request("Bolletta");
        coded.set("customer", "roccalba");
        send("/admin/routing/trial", coded).andExpect(content().string(containsString("<dd>Comune di Roccalba</dd>")));
        var sent = request("Bolletta");
        sent.set("sender", "biblioteca@roccalba.example");
        send("/admin/routing/trial", sent).andExpect(content().string(containsString("<dd>Comune di Roccalba</dd>")));
    }

    /** As in earnest: the portal passes such a rule over, a mail goes there all the same and is seen by the desk alone. */
    @Test
    void a_trial_knows_whom_a_reserved_queue_is_closed_to() throws Exception {
        var always = fields("Guasti riservati");
        List.of("field", "sense", "operator", "value").forEach(always::remove);
        send("/admin/routing", always);
        db.sql("update permission_group set reserved = true where id = (select group_id from queue where id = :queue)")
                .param("queue", queue("Illuminazione::Guasti").value())
                .update();
        var sent = request("Bolletta");
        sent.set("sender", "biblioteca@roccalba.example");
        send("/admin/routing/trial", sent)
                .andExpect(content()
                        .string(allOf(
                                containsString("Nessuna regola vale"),
                                containsString("chi la manda non può aprire richieste"))));
        var mail = request("Bolletta");
        mail.set("channel", "email");
        mail.set("sender", "biblioteca@roccalba.example");
        send("/admin/routing/trial", mail)
                .andExpect(content()
                        .string(allOf(
                                containsString("Decide la regola «Guasti riservati»"),
                                containsString("riservata: chi ha chiesto non vede il ticket"))));
        db.sql("""
                insert into customer_right (group_id, customer_id, writes, ours)
                select q.group_id, c.id, true, false from queue q, customer c where q.id = :queue and c.code = 'ROCCALBA'
                """).param("queue", queue("Illuminazione::Guasti").value()).update();
        send("/admin/routing/trial", sent)
                .andExpect(content()
                        .string(allOf(
                                containsString("Decide la regola «Guasti riservati»"),
                                not(containsString("non vede il ticket")))));
    }

    @Test
    void a_rule_that_is_not_valid_any_more_is_not_asked() throws Exception {
        send("/admin/routing", fields("Lampioni"));
        var form = fields("Lampioni");
        form.remove("valid");
        send(address("Lampioni"), form).andExpect(status().isSeeOther());

        tried("Guasto").andExpect(content().string(containsString("Nessuna regola vale")));
        page("/admin/routing").andExpect(content().string(containsString("non più valida")));
    }

    @Test
    void who_corrects_what_somebody_else_has_corrected_is_told() throws Exception {
        send("/admin/routing", fields("Lampioni"));
        var address = address("Lampioni");
        send(address, fields("Luci")).andExpect(status().isSeeOther());
        send(address, fields("Guasti"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Nel frattempo qualcuno"), containsString("value=\"Guasti\""))));
        assertThat(names()).containsExactly("Luci");
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var rule = new RoutingRule("Spam", List.of(), null, null, null, null);
        var laura = cast.as(LAURA).authority();
        assertThat(keeping.add(rule, true, laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(1, 0, rule, true, laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.move(1, true, laura)).isInstanceOf(Outcome.Refused.class);
    }

    /** With a comma, which must not part what was typed, and two empty lines, as the page sends them. */
    private MultiValueMap<String, String> fields(String name) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "0");
        form.add("name", name);
        form.addAll("field", List.of("subject", "body", "subject", "subject"));
        form.addAll("sense", List.of("has", "lacks", "has", "has"));
        form.addAll("operator", List.of("matches", "contains", "contains", "contains"));
        form.addAll("value", List.of("guasto|spento, via", "prova", "", ""));
        form.add("queue", "" + queue("Illuminazione::Guasti").value());
        form.add("owner", "" + cast.id(MARIO).value());
        form.add("responsible", "");
        form.add("priority", "4");
        form.add("valid", "true");
        return form;
    }

    private QueueId queue(String name) {
        return queues.byName(name).orElseThrow().id();
    }

    private static MultiValueMap<String, String> one(String field, String value) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(field, value);
        return form;
    }

    private List<String> names() {
        return keeping.all().stream().map(kept -> kept.rule().name()).toList();
    }

    private String address(String name) {
        return keeping.all().stream()
                .filter(kept -> kept.rule().name().equals(name))
                .map(kept -> "/admin/routing/" + kept.id())
                .findFirst()
                .orElseThrow();
    }

    private long tickets() {
        return db.sql("select count(*) from ticket").query(Long.class).single();
    }

    private static MultiValueMap<String, String> request(String subject) {
        var form = one("subject", subject);
        form.add("channel", "portal");
        return form;
    }

    private ResultActions tried(String subject) throws Exception {
        return send("/admin/routing/trial", request(subject)).andExpect(status().isOk());
    }

    private ResultActions page(String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(ANNA), db)));
    }

    private ResultActions send(String address, MultiValueMap<String, String> fields) throws Exception {
        return web.perform(post(address).params(fields).with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
