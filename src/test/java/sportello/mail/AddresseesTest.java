package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;
import sportello.base.Refusal;

/** What people type into the lines of a mail's head. */
class AddresseesTest {

    @Test
    void names_and_addresses_are_read_between_commas_semicolons_and_lines() {
        var read = done(Addressees.of(
                "Mario Rossi <mario@rossi.example>, ditta@neri.example; \"Verdi, Anna\" <anna@verdi.example>\nugo@x.example",
                "",
                ""));
        assertThat(read.to())
                .containsExactly(
                        new Recipient("Mario Rossi", "mario@rossi.example"),
                        new Recipient("", "ditta@neri.example"),
                        new Recipient("Verdi, Anna", "anna@verdi.example"),
                        new Recipient("", "ugo@x.example"));
    }

    @Test
    void who_stands_on_two_lines_gets_one_mail() {
        var read = done(Addressees.of("a@x.example", "A@x.example, b@x.example", "b@X.example"));
        assertThat(read.all()).containsExactly(new Recipient("", "a@x.example"), new Recipient("", "b@x.example"));
    }

    @Test
    void nobody_is_nobody() {
        assertThat(Addressees.of("  ", "a@x.example", "")).isEqualTo(Outcome.refused("addressees.none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mario", "mario@", "@x.example", "Mario <mario rossi@x.example>", "a@x..example", "<<>>"})
    void what_is_no_address_is_named(String typed) {
        assertThat(refusal(Addressees.of("b@x.example", typed, "")).message()).isEqualTo("addressees.odd");
    }

    @Test
    void a_line_cannot_smuggle_in_another() {
        assertThat(refusal(Addressees.of("Mario\r\nBcc: x@evil.example <mario@rossi.example>", "", ""))
                        .message())
                .isEqualTo("addressees.odd");
    }

    @Test
    void more_than_fifty_are_a_crowd() {
        var crowd = "a@x.example,".repeat(51);
        assertThat(Addressees.of(crowd, "", "")).isEqualTo(Outcome.refused("addressees.many", 50, 51));
    }

    private static Addressees done(Outcome<Addressees> outcome) {
        return ((Outcome.Done<Addressees>) outcome).value();
    }

    private static Refusal refusal(Outcome<Addressees> outcome) {
        return ((Outcome.Refused<Addressees>) outcome).why();
    }
}
