package sportello.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.queue.RoutingCondition.Field.*;
import static sportello.queue.RoutingCondition.Operator.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.customer.CustomerId;

/** S14: what a routing rule asks of a request. */
class RoutingRuleTest {
    private static final Incoming LIBRARY = new Incoming(
            "portal",
            "assistenza@valleservizi.example",
            "biblioteca@roccalba.example",
            new CustomerId(1),
            "ROCCALBA",
            "Acquedotto › Perdite",
            "Variazione orario biblioteca",
            "Buongiorno,\ni nuovi orari della biblioteca …");

    @ParameterizedTest
    @CsvSource({
        "CHANNEL, IS, portal, true",
        "CHANNEL, IS, email, false",
        "SERVICE, IS, acquedotto › perdite, true",
        "SERVICE, STARTS_WITH, Acquedotto, true",
        "SERVICE, IS, Acquedotto, false",
        "RECIPIENT, STARTS_WITH, assistenza@, true",
        "SENDER, ENDS_WITH, @roccalba.example, true",
        "CUSTOMER, IS, roccalba, true",
        "SUBJECT, CONTAINS, ORARIO, true",
        "SUBJECT, CONTAINS, caldaia, false",
        "BODY, MATCHES, nuovi\\s+orari, true",
        "BODY, MATCHES, ^Salve, false",
    })
    void each_field_and_operator_says_what_it_says(
            RoutingCondition.Field field, RoutingCondition.Operator operator, String value, boolean holds) {
        assertThat(new RoutingCondition(field, operator, value, false).holds(LIBRARY))
                .isEqualTo(holds);
        assertThat(new RoutingCondition(field, operator, value, true).holds(LIBRARY))
                .as("negated")
                .isEqualTo(!holds);
    }

    @Test
    void all_conditions_must_hold() {
        var subject = new RoutingCondition(SUBJECT, CONTAINS, "orario", false);
        var phone = new RoutingCondition(CHANNEL, IS, "phone", false);
        assertThat(rule(subject).matches(LIBRARY)).isTrue();
        assertThat(rule(subject, phone).matches(LIBRARY)).isFalse();
        assertThat(rule().matches(LIBRARY)).as("no condition, no objection").isTrue();
    }

    @Test
    void an_evil_expression_on_a_long_text_is_harmless() {
        var evil = new RoutingCondition(BODY, MATCHES, "(a+)+$", false);
        var text = new Incoming("portal", "", "", null, "", "", "", "a".repeat(200_000) + "!");
        assertThat(evil.holds(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_expression_that_cannot_be_read_never_holds(boolean negated) {
        assertThat(new RoutingCondition(BODY, MATCHES, "guasto(", negated).holds(LIBRARY))
                .isFalse();
    }

    private static RoutingRule rule(RoutingCondition... conditions) {
        return new RoutingRule("Orari", List.of(conditions), null, null, null, null);
    }
}
