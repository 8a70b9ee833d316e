package sportello.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;

/** What is typed of customers and of the people who ask, before anybody looks into the database. */
class TypedCustomerTest {
    private static final String LONG = "a".repeat(CustomerDetails.LONGEST + 1);

    @Test
    void a_customer_has_a_name_and_a_code_and_nothing_is_too_long() {
        assertThat(refusal(CustomerDetails.of("ROCCALBA", " ", "", "", "", true)))
                .isEqualTo(new Refusal("customer.name"));
        assertThat(refusal(CustomerDetails.of("", "Comune di Roccalba", "", "", "", true)))
                .isEqualTo(new Refusal("customer.code"));
        assertThat(refusal(CustomerDetails.of("ROCCALBA", "Comune di Roccalba", LONG, "", "", true)))
                .isEqualTo(new Refusal("customer.long", CustomerDetails.LONGEST));
    }

    @Test
    void of_a_name_alone_the_last_word_becomes_the_code() {
        assertThat(done(CustomerDetails.named("  Comune di  Città Alta ")).code())
                .isEqualTo("ALTA");
        assertThat(done(CustomerDetails.named("Valdombra")).code()).isEqualTo("VALDOMBRA");
    }

    @Test
    void a_person_without_a_login_enters_by_the_address() {
        assertThat(done(person("", "Ada", "Bianchi", "ada@roccalba.example")).login())
                .isEqualTo("ada@roccalba.example");
        assertThat(done(person("ada", "Ada", "Bianchi", "ada@roccalba.example")).login())
                .isEqualTo("ada");
    }

    @Test
    void a_person_has_two_names_and_an_address() {
        assertThat(refusal(person("", "Ada", "", "ada@roccalba.example"))).isEqualTo(new Refusal("customer_user.name"));
        assertThat(refusal(person("", "Ada", "Bianchi", " "))).isEqualTo(new Refusal("customer_user.no_email"));
        assertThat(refusal(person(LONG, "Ada", "Bianchi", "ada@roccalba.example")))
                .isEqualTo(new Refusal("customer_user.long", CustomerUserDetails.LONGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@roccalba.example", "ada bianchi@roccalba.example", "a@b@c"})
    void an_address_at_which_no_mail_arrives_is_refused(String odd) {
        assertThat(refusal(person("", "Ada", "Bianchi", odd))).isEqualTo(new Refusal("customer_user.email", odd));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            RSSMRA85T10A562S,      RSSMRA85T10A562S
            rssmra 85t10 a562s,    RSSMRA85T10A562S
            RSSMRA85T10A56NH,      RSSMRA85T10A56NH
            MRTMTT25D49F205D,      MRTMTT25D49F205D
            12345678903,           12345678903
            '',                    ''
            RSSMRA85T10A562T,      tax_code.control
            RSSMRA85T10A56N2,      tax_code.shape
            RSSMRA85T10A56AS,      tax_code.shape
            RSSMRA85T32A562S,      tax_code.shape
            RSSMRA85F10A562S,      tax_code.shape
            RSSMRA85T10A562,       tax_code.length
            12345678901,           tax_code.digits
            IT12345678903,         tax_code.vat
            ١٢٣٤٥٦٧٨٩٠٣,           tax_code.length
            """)
    void a_tax_code_is_looked_at_down_to_its_last_character(String typed, String meant) {
        var read = person("", "Ada", "Bianchi", "ada@roccalba.example").then(details -> details.withTaxCode(typed));
        var said = switch (read) {
            case Outcome.Done<CustomerUserDetails>(var details) -> details.taxCode();
            case Outcome.Refused<CustomerUserDetails>(var why) -> why.message();
        };
        assertThat(said).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TINIT-RSSMRA85T10A562S, RSSMRA85T10A562S
            tinit-rssmra85t10a562s, RSSMRA85T10A562S
            RSSMRA85T10A562S,       RSSMRA85T10A562S
            TINDE-12345678903,      tax_code.abroad
            VATIT-12345678903,      tax_code.abroad
            TINIT-,                 tax_code.odd
            TINIT-RSSMRA85T10A562T, tax_code.odd
            TINIT-TINIT-12345678903, tax_code.odd
            '',                     tax_code.unsaid
            """)
    void a_provider_writes_before_the_tax_code_which_country_has_given_it(String said, String meant) {
        var read = switch (TaxCode.vouched(said)) {
            case Outcome.Done<String>(var code) -> code;
            case Outcome.Refused<String>(var why) -> why.message();
        };
        assertThat(read).isEqualTo(meant);
    }

    @Test
    void nobody_belongs_to_the_own_organisation_twice() {
        var belonging = new Belonging(new CustomerId(1), java.util.Set.of(new CustomerId(1), new CustomerId(2)));
        assertThat(belonging.further()).containsExactly(new CustomerId(2));
    }

    private static Outcome<CustomerUserDetails> person(String login, String first, String last, String email) {
        return CustomerUserDetails.of(login, first, last, email, "", Language.ITALIAN, true);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(var value) -> throw new AssertionError("done: " + value);
            case Outcome.Refused<?>(var why) -> why;
        };
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError("refused: " + why);
        };
    }
}
