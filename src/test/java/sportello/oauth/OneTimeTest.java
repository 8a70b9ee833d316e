package sportello.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneTimeTest {

    /** RFC 7636, appendix B. */
    @Test
    void the_challenge_is_that_of_the_standard() {
        assertThat(OneTime.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void no_word_comes_twice_and_an_address_can_carry_it() {
        assertThat(OneTime.fresh()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(OneTime.fresh());
    }
}
