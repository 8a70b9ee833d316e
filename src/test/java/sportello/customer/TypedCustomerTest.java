package sportello.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
