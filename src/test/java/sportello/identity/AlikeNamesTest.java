package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.AgentDetails;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.KeepingAgents;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.customer.Belonging;
import sportello.customer.Correcting;
import sportello.customer.CustomerUserDetails;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Registering;

/** No two people behind names that read alike, and nobody before somebody else's door (X45). */
@SportelloTest
@Transactional
class AlikeNamesTest {
    private static final String PASSWORD = "vento caldo sul molo";

    @Autowired
    private JdbcClient db;

    @Autowired
    private Registering registering;

    @Autowired
    private Correcting correcting;

    @Autowired
    private KeepingAgents agents;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Customers customers;

    private Cast cast;

    @BeforeEach
    void gross_is_there() {
        cast = Cast.onStage(db);
        enter("grossmann", "grossmann@roccalba.example");
        enter("irene", "irene@b\u00FCcher.example");
    }

    @ParameterizedTest
    @CsvSource({
        "gro\u00DFmann, altro@roccalba.example, customer_user.known",
        "GRO\u1E9EMANN, altro@roccalba.example, customer_user.known",
        "\uFF47rossmann, altro@roccalba.example, customer_user.known",
        "\u0131rene, altro@roccalba.example, customer_user.known",
        "gr\u043Essmann, altro@roccalba.example, customer_user.script",
        "altro, Irene@xn--bcher-kva.example, customer_user.known",
        "irene@B\u00DCCHER.example, altro@roccalba.example, customer_user.known",
        "laura.bassi, altro@roccalba.example, customer_user.agent",
        "laura.bassi@valleservizi.example, altro@roccalba.example, customer_user.agent",
        "LAURA.BASSI@VALLESERVIZI.EXAMPLE, altro@roccalba.example, customer_user.agent",
        "altro, altro@stra\u00DFe.example, customer_user.email"
    })
    void a_name_that_reads_like_somebody_elses_is_refused(String login, String email, String why) {
        assertThat(refusal(entered(login, email))).isEqualTo(why);
    }

    @Test
    void whoever_works_and_asks_here_has_one_address_and_may_have_one_name() {
        assertThat(entered("", "laura.bassi@valleservizi.example")).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(agents.add(agent("giulia.moretti", "g.moretti@valleservizi.example"), Authority.HOUSE)))
                .isEqualTo("agents.customers_name");
        assertThat(refusal(agents.add(agent("biblioteca@roccalba.example", "g@valleservizi.example"), Authority.HOUSE)))
                .isEqualTo("agents.customers_name");
        assertThat(agents.add(agent("giulia.moretti", "biblioteca@roccalba.example"), Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void nor_do_two_agents_read_alike() {
        for (var login : List.of("\uFF4Caura.bassi", "LAURA.BASS\u0131"))
            assertThat(refusal(agents.add(agent(login, "altra@valleservizi.example"), Authority.HOUSE)))
                    .as(login)
                    .isEqualTo("agents.login_taken");
        assertThat(refusal(agents.add(agent("l\u0430ura", "altra@valleservizi.example"), Authority.HOUSE)))
                .isEqualTo("agents.script");
        assertThat(agents.add(agent("nuova", "nuova@b\u00FCcher.example"), Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
        assertThat(refusal(agents.add(agent("altra", "nuova@xn--bcher-kva.example"), Authority.HOUSE)))
                .isEqualTo("agents.email_taken");
    }

    @Test
    void however_it_is_typed_it_leads_to_the_one_person() {
        var irene = new CustomerUserId(db.sql("select id from customer_user where login = 'irene'")
                .query(Long.class)
                .single());
        accounts.open(irene, PASSWORD);
        for (var typed : List.of(
                "irene",
                "\uFF49rene",
                "irene@b\u00FCcher.example",
                "IRENE@xn--bcher-kva.example",
                " irene@B\u00DCCHER.example"))
            assertThat(accounts.called(typed)).as(typed).map(Account::login).contains("irene");
        assertThat(accounts.called("irene@b\u00FCcher.example\u0000")).isEmpty();
        assertThat(accounts.called("\u0456rene")).isEmpty();
        assertThat(customers.byAddress("irene@b\u00FCcher.example")).isPresent();
    }

    @Test
    void who_has_such_a_name_since_before_keeps_it_and_can_be_corrected() {
        var id = cast.id(GIULIA);
        db.sql("update customer_user set login = 'gro\u00DFmann', email = 'Giulia@b\u00FCcher.Example' where id = :id")
                .param("id", id.value())
                .update();
        db.sql("update customer_user set login = 'l\u0430ura.bassi' where login = 'grossmann'")
                .update();
        accounts.open(id, PASSWORD);
        var giulia = customers.find(id).orElseThrow();
        var same = details(giulia.login(), giulia.email(), "0364 000 999");
        assertThat(correcting.correct(
                        giulia.id(),
                        giulia.version(),
                        same,
                        Belonging.to(giulia.customer()),
                        cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(accounts.called("gro\u00DFmann")).isPresent();
        assertThat(accounts.called("giulia@b\u00FCcher.example")).isPresent();

        db.sql("update agent set login = 'l\u0430ura' where login = 'laura.bassi'")
                .update();
        var laura = agents.find(new AgentId(db.sql("select id from agent where login = 'l\u0430ura'")
                        .query(Long.class)
                        .single()))
                .orElseThrow();
        assertThat(agents.correct(laura.agent().id(), laura.version(), laura.details(), Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
    }

    private void enter(String login, String email) {
        assertThat(entered(login, email)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<CustomerUserId> entered(String login, String email) {
        var typed = CustomerUserDetails.of(login, "Ada", "Bianchi", email, "", Language.ITALIAN, true);
        return typed.then(details ->
                registering.register(details, Belonging.to(cast.as(GIULIA).customer()), Authority.HOUSE));
    }

    private static CustomerUserDetails details(String login, String email, String phone) {
        var typed = CustomerUserDetails.of(login, "Giulia", "Moretti", email, phone, Language.ITALIAN, true);
        return ((Outcome.Done<CustomerUserDetails>) typed).value();
    }

    private static AgentDetails agent(String login, String email) {
        return new AgentDetails(
                login, "Ada", "Bianchi", email, Language.ITALIAN, false, false, true, Map.of(), Set.of());
    }

    private static String refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(var why) -> why.message();
            case Outcome.Done<?> done -> "done";
        };
    }
}
