package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @CsvSource({
        "paolo.cevoli@comune.roncofritto.it, paolo.cevoli@comune.roncofritto.it",
        "Sindaco+Ufficio@COMUNE.example,     Sindaco+Ufficio@comune.example",
        "anna@localhost,                     anna@localhost",
        "info@città.example,                 info@xn--citt-3na.example",
    })
    void an_address_is_taken(String given, String taken) {
        assertThat(Recipient.of("Paolo", given)).contains(new Recipient("Paolo", taken));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "paolo",
                "paolo@",
                "@comune.it",
                "paolo@comune.it\r\nBcc: spia@evil.example",
                "paolo@comune.it\nBcc:spia",
                "paolo\u0000@comune.it",
                "paolo\u2028@comune.it",
                "pa olo@comune.it",
                "a@comune.it, b@comune.it",
                "a@comune.it;b@comune.it",
                "<a@comune.it>",
                "Paolo <a@comune.it>",
                "\"paolo\"@comune.it",
                "a@b@comune.it",
                ".a@comune.it",
                "a..b@comune.it",
                "a@comune..it",
                "a@[127.0.0.1]",
                "a@comune.it> SIZE=1",
            })
    void what_is_no_address_is_refused(String given) {
        assertThat(Recipient.of("Paolo", given)).isEmpty();
    }

    @Test
    void a_name_cannot_break_out() {
        assertThat(new Recipient("Paolo\r\nBcc: spia@evil.example", "a@b.it").name())
                .isEqualTo("Paolo Bcc: spia@evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Giulia Moretti", "Moretti, Giulia", "Ditta \"Neri\"; s.r.l.", "a@b"})
    void what_stands_on_a_line_reads_back_as_the_same_mailbox(String name) {
        var line = new Recipient(name, "giulia@roccalba.example").line();
        assertThat(Addressees.of(line + ", b@x.example", "", ""))
                .isInstanceOfSatisfying(
                        sportello.base.Outcome.Done.class,
                        read -> assertThat(((Addressees) read.value()).to())
                                .extracting(Recipient::address)
                                .containsExactly("giulia@roccalba.example", "b@x.example"));
    }
}
