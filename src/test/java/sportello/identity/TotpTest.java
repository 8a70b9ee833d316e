package sportello.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final Totp OF_THE_RFC = new Totp(Base32.encode("12345678901234567890".getBytes(US_ASCII)));
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    /** Appendix B of RFC 6238, the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_rfc(long second, String code) {
        assertThat(OF_THE_RFC.codeAt(Totp.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void a_clock_may_be_half_a_minute_wrong_but_not_a_whole_one() {
        var step = Totp.stepAt(NOW);
        for (var near = step - 1; near <= step + 1; near++)
            assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.codeAt(near), NOW)).hasValue(near);
        assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.codeAt(step - 2), NOW)).isEmpty();
        assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.codeAt(step + 2), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "05047", "0504711", "00050471", "\u0660\u0665\u0660\u0664\u0667\u0661"})
    void nothing_else_is_a_code(String typed) {
        assertThat(OF_THE_RFC.stepOf(typed, NOW)).isEmpty();
    }

    @Test
    void keys_have_160_bits_and_no_two_are_alike() {
        assertThat(Base32.decode(Totp.fresh().key())).hasSize(20);
        assertThat(Totp.fresh()).isNotEqualTo(Totp.fresh());
        assertThat(OF_THE_RFC).hasToString("Totp");
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void bytes_are_written_as_the_rfc_says(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(US_ASCII))).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).isEqualTo(plain.getBytes(US_ASCII));
    }

    @Test
    void codes_on_paper_are_read_however_they_are_typed() {
        var codes = RecoveryCode.fresh();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var code = codes.getFirst();
        assertThat(code.readable()).matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}");
        assertThat(RecoveryCode.parse(
                        " " + code.readable().toLowerCase(java.util.Locale.ROOT).replace('-', ' ') + " "))
                .contains(code);
        assertThat(RecoveryCode.parse("123456")).isEmpty();
        assertThat(code.hash(new AccountId(1))).isNotEqualTo(code.hash(new AccountId(2)));
    }
}
