package sportello.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;
import sportello.customer.ImportLine.Change;
import sportello.customer.ImportLine.Fate;

/** Customers and their people come from a file: what it would do is shown first, and then done at once. */
@SportelloTest
@Transactional
class EnrollingTest {
    private static final String CUSTOMERS = """
            codice;nome;città;valido
            LAGO;Comune del Lago;Lago;sì
            roccalba;Comune di Roccalba Terme;Roccalba;
            VALDOMBRA;Comune di Valdombra;Valdombra;forse
            ;Senza codice;;
            LAGO;Un altro lago;;
            """;

    private static final String PEOPLE = """
            email,customer,first name,last name,phone,language
            biblioteca@roccalba.example,ROCCALBA,Giulia,Moretti,0364 000 999,it
            nuova@roccalba.example,ROCCALBA,Nora,Nuova,,en
            nessuno@altrove.example,ALTROVE,Ugo,Nessuno,,
            non un indirizzo,ROCCALBA,Ada,Strana,,
            """;

    @Autowired
    private Enrolling enrolling;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void fields_of_the_house_are_columns_by_key_or_label() {
        field("customer", "Settore", "line", "Settore merceologico");
        var urgent = field("customer_user", "Ufficio", "choices", "Ufficio");
        db.sql("insert into field_option (field_id, name, position) values (:id, 'Rete › Perdite', 1), (:id, 'Gas', 2)")
                .param("id", urgent)
                .update();
        done(
                ImportKind.CUSTOMERS,
                "codice;nome;settore merceologico\nLAGO;Lago;Enti\nROCCALBA;Comune di Roccalba;Comuni\n");
        var people = "email;cliente;nome;cognome;UFFICIO\n";
        var line = "biblioteca@roccalba.example;ROCCALBA;Giulia;Moretti;";
        done(ImportKind.PEOPLE, people + line + "\"gas, rete::perdite\"\n");
        assertThat(said("customer_field", "text")).containsExactlyInAnyOrder("Enti", "Comuni");
        assertThat(said("customer_user_field", "option_id::text")).hasSize(2);

        assertThat(plan(ImportKind.PEOPLE, people + line + "Gas\n")
                        .lines()
                        .getFirst()
                        .fate())
                .isEqualTo(new Fate.Changed(List.of(new Change("=Ufficio", "Rete › Perdite, Gas", "Gas"))));
        assertThat(plan(ImportKind.PEOPLE, people + line + "Acqua\n")
                        .lines()
                        .getFirst()
                        .fate())
                .isEqualTo(new Fate.Refused(new Refusal("imports.own_field", "Ufficio", "Acqua")));
        done(ImportKind.PEOPLE, people + line + "\n");
        assertThat(said("customer_user_field", "option_id::text")).isEmpty();
    }

    @Test
    void what_a_field_says_already_may_stay_whoever_has_left_since() {
        var keeper = field("customer", "Curatore", "agent", "Curatore");
        db.sql("""
                insert into customer_field (customer_id, field_id, named_agent_id)
                select c.id, :field, a.id from customer c, agent a where c.code = 'ROCCALBA' and a.login = 'laura.bassi'
                """).param("field", keeper).update();
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        for (var words : List.of("laura.bassi", "Laura Bassi"))
            assertThat(plan(ImportKind.CUSTOMERS, "codice;nome;curatore\nROCCALBA;Roccalba nuova;" + words + "\n")
                            .lines()
                            .getFirst()
                            .fate())
                    .as(words)
                    .isInstanceOf(Fate.Changed.class);
    }

    @Test
    void in_whose_hands_the_tickets_of_a_customer_are_is_read_by_log_in() {
        var head = "codice;nome;operatore;responsabile\n";
        done(ImportKind.CUSTOMERS, head + "LAGO;Lago;laura.bassi;\n");
        var lago = customers.byCode("LAGO").orElseThrow();
        assertThat(lago.owner()).isEqualTo(cast.id(LAURA));
        assertThat(lago.responsible()).isNull();
        assertThat(fate(head + "LAGO;Lago;;nessuno.qui\n"))
                .isEqualTo(new Fate.Refused(new Refusal("imports.agent", "nessuno.qui")));
        assertThat(fate(head + "LAGO;Lago;;\n"))
                .isEqualTo(new Fate.Changed(List.of(new Change("owner", "laura.bassi", ""))));
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        assertThat(fate(head + "LAGO;Lago;Laura.Bassi;\n")).isEqualTo(new Fate.Same());
        assertThat(fate(head + "NUOVO;Nuovo;laura.bassi;\n"))
                .isEqualTo(new Fate.Refused(new Refusal("imports.agent", "laura.bassi")));
    }

    private Fate fate(String text) {
        return plan(ImportKind.CUSTOMERS, text).lines().getFirst().fate();
    }

    private long field(String subject, String key, String kind, String label) {
        return db.sql("""
                insert into field (subject, name, kind, label_it, label_en, position)
                values (:subject, :key, :kind, :label, :label, 1)
                returning id
                """)
                .param("subject", subject)
                .param("key", key)
                .param("kind", kind)
                .param("label", label)
                .query(Long.class)
                .single();
    }

    private List<String> said(String table, String column) {
        return db.sql("select " + column + " from " + table).query(String.class).list();
    }

    private void done(ImportKind kind, String text) {
        var print = plan(kind, text).print();
        assertThat(enrolling.carryOut(kind, text, print, person -> {}, Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_plan_says_of_each_line_what_becomes_of_it_and_nothing_happens() {
        var plan = plan(ImportKind.CUSTOMERS, CUSTOMERS);

        assertThat(plan.lines())
                .containsExactly(
                        new ImportLine(2, "Comune del Lago", new Fate.Fresh()),
                        new ImportLine(
                                3,
                                "Comune di Roccalba Terme",
                                new Fate.Changed(
                                        List.of(new Change("name", "Comune di Roccalba", "Comune di Roccalba Terme")))),
                        new ImportLine(4, "VALDOMBRA", new Fate.Refused(new Refusal("imports.truth", "forse"))),
                        new ImportLine(5, "", new Fate.Refused(new Refusal("customer.code"))),
                        new ImportLine(6, "LAGO", new Fate.Refused(new Refusal("imports.twice", "LAGO", 2))));
        assertThat(customers.byCode("LAGO")).isEmpty();
    }

    @Test
    void what_was_shown_is_done_and_what_the_file_does_not_say_stays() {
        var plan = plan(ImportKind.CUSTOMERS, CUSTOMERS);
        done(enrolling.carryOut(ImportKind.CUSTOMERS, CUSTOMERS, plan.print(), person -> {}, administrator()));

        assertThat(customers.byCode("LAGO")).get().extracting(Customer::city).isEqualTo("Lago");
        assertThat(customers.byCode("ROCCALBA")).get().satisfies(customer -> {
            assertThat(customer.name()).isEqualTo("Comune di Roccalba Terme");
            assertThat(customer.code()).isEqualTo("ROCCALBA");
            assertThat(customer.street()).isEqualTo("Piazza del Municipio 1");
        });
        assertThat(plan(ImportKind.CUSTOMERS, CUSTOMERS).same()).isEqualTo(2);
        assertThat(db.sql("select changes::text from audit_line where topic = 'imports' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .contains("refused");
    }

    @Test
    void people_are_known_by_their_address() {
        var plan = plan(ImportKind.PEOPLE, PEOPLE);
        assertThat(plan.lines())
                .containsExactly(
                        new ImportLine(
                                2,
                                "Giulia Moretti",
                                new Fate.Changed(List.of(new Change("phone", "0364 000 112", "0364 000 999")))),
                        new ImportLine(3, "Nora Nuova", new Fate.Fresh()),
                        new ImportLine(
                                4,
                                "nessuno@altrove.example",
                                new Fate.Refused(new Refusal("imports.customer", "ALTROVE"))),
                        new ImportLine(
                                5,
                                "non un indirizzo",
                                new Fate.Refused(new Refusal("customer_user.email", "non un indirizzo"))));
        done(enrolling.carryOut(ImportKind.PEOPLE, PEOPLE, plan.print(), person -> {}, administrator()));
        assertThat(customers.byAddress("nuova@roccalba.example")).get().satisfies(person -> {
            assertThat(person.login()).isEqualTo("nuova@roccalba.example");
            assertThat(person.language()).isEqualTo(Language.ENGLISH);
        });
        assertThat(customers.byAddress("biblioteca@roccalba.example"))
                .get()
                .extracting(CustomerUser::login)
                .isEqualTo("giulia.moretti");
    }

    @Test
    void a_tax_code_is_one_persons_and_stays_where_the_file_says_nothing_of_it() {
        var head = "email;cliente;nome;cognome;codice fiscale\n";
        var giulia = "biblioteca@roccalba.example;ROCCALBA;Giulia;Moretti;";
        assertThat(plan(ImportKind.PEOPLE, head + giulia + " rssmra85t10a562s\n" + """
                                uno@roccalba.example;ROCCALBA;Uno;Primo;RSSMRA85T10A562S
                                due@roccalba.example;ROCCALBA;Due;Secondo;RSSMRA85T10A562T
                                """)
                        .lines())
                .extracting(ImportLine::fate)
                .containsExactly(
                        new Fate.Changed(List.of(new Change("tax_code", "", "RSSMRA85T10A562S"))),
                        new Fate.Refused(new Refusal("imports.twice", "RSSMRA85T10A562S", 2)),
                        new Fate.Refused(new Refusal("tax_code.control")));
        assertThat(plan(ImportKind.PEOPLE, "nome utente;" + head + """
                                80000010019;uno@roccalba.example;ROCCALBA;Uno;Primo;80000010019
                                quattro;quattro@roccalba.example;ROCCALBA;Quattro;Quarto;80000010019
                                """).lines())
                .as("who enters by the own tax code is one person all the same")
                .extracting(ImportLine::fate)
                .containsExactly(new Fate.Fresh(), new Fate.Refused(new Refusal("imports.twice", "80000010019", 2)));
        done(ImportKind.PEOPLE, head + giulia + "RSSMRA85T10A562S\n");
        done(ImportKind.PEOPLE, "email;cliente;nome;cognome\nbiblioteca@roccalba.example;ROCCALBA;Giulia;Moretto\n");
        assertThat(customers.byAddress("biblioteca@roccalba.example"))
                .get()
                .extracting(CustomerUser::lastName, CustomerUser::taxCode)
                .containsExactly("Moretto", "RSSMRA85T10A562S");
        assertThat(plan(ImportKind.PEOPLE, head + "uno@roccalba.example;ROCCALBA;Uno;Primo;RSSMRA85T10A562S\n")
                        .lines())
                .extracting(ImportLine::fate)
                .containsExactly(new Fate.Refused(new Refusal("tax_code.known", "Giulia Moretto")));
    }

    @Test
    void nobody_comes_to_enter_by_a_name_that_is_somebody_else_s() {
        var text = """
                email;codice cliente;nome;cognome;nome utente
                uno@roccalba.example;ROCCALBA;Uno;Primo;giulia.moretti
                due@roccalba.example;ROCCALBA;Due;Secondo;tre@roccalba.example
                tre@roccalba.example;ROCCALBA;Tre;Terzo;
                """;
        assertThat(plan(ImportKind.PEOPLE, text).lines())
                .extracting(ImportLine::fate)
                .containsExactly(
                        new Fate.Refused(new Refusal("customer_user.known", "Giulia Moretti")),
                        new Fate.Fresh(),
                        new Fate.Refused(new Refusal("imports.twice", "tre@roccalba.example", 3)));
    }

    @Test
    void if_something_has_changed_since_the_plan_was_shown_nothing_is_done() {
        var plan = plan(ImportKind.CUSTOMERS, CUSTOMERS);
        db.sql("update customer set name = 'Roccalba' where code = 'ROCCALBA'").update();
        assertThat(enrolling.carryOut(ImportKind.CUSTOMERS, CUSTOMERS, plan.print(), person -> {}, administrator()))
                .isEqualTo(new Outcome.Refused<ImportPlan>(new Refusal("imports.changed")));
        assertThat(customers.byCode("LAGO")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"codice;nome | imports.empty", "codice;città#LAGO;Lago | imports.column", "'' | imports.empty"})
    void a_file_that_cannot_be_read_is_refused(String text, String refusal) {
        assertThat(why(enrolling.plan(ImportKind.CUSTOMERS, text.replace('#', '\n'), administrator()))
                        .message())
                .isEqualTo(refusal);
    }

    @Test
    void ten_thousand_lines_are_taken_and_no_more() {
        var most = "codice;nome\n"
                + IntStream.rangeClosed(1, 10_000)
                        .mapToObj(number -> "X%d;Cliente %d".formatted(number, number))
                        .collect(Collectors.joining("\n"));
        var plan = plan(ImportKind.CUSTOMERS, most);
        assertThat(plan.fresh()).isEqualTo(10_000);
        assertThat(why(enrolling.plan(ImportKind.CUSTOMERS, most + "\nY;Uno di troppo", administrator())))
                .isEqualTo(new Refusal("imports.many", 10_000, 10_001));
    }

    @Test
    void the_use_case_asks_who_may() {
        var laura = cast.as(LAURA).authority();
        assertThat(enrolling.plan(ImportKind.CUSTOMERS, CUSTOMERS, laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(enrolling.carryOut(ImportKind.CUSTOMERS, CUSTOMERS, "", person -> {}, laura))
                .isInstanceOf(Outcome.Refused.class);
    }

    private ImportPlan plan(ImportKind kind, String text) {
        return done(enrolling.plan(kind, text, administrator()));
    }

    private Authority administrator() {
        return cast.as(ANNA).authority();
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(var value)) return value;
        throw new AssertionError("refused: " + ((Outcome.Refused<T>) outcome).why());
    }

    private static Refusal why(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var why)) return why;
        throw new AssertionError("not refused");
    }
}
