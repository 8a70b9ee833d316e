package sportello.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names to enter by, as Unicode can write them. */
class LoginNameTest {

    @Test
    void every_sign_has_one_form() {
        assertThat(LoginName.plain("\uFF41dmin")).isEqualTo("admin");
        assertThat(LoginName.plain(" \uFB01lippo ")).isEqualTo("filippo");
        assertThat(LoginName.plain("e\u0301va")).isEqualTo("\u00E9va");
        assertThat(LoginName.plain("\u212Aarl")).isEqualTo("Karl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0430dmin", "laura.b\u0430ssi", "g\u0131u\u03BFlia", "\u0391nna", "\u13A1osa", "pa\u0585la"})
    void letters_of_two_scripts_are_no_name(String name) {
        assertThat(LoginName.isOfOneScript(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "laura.bassi",
                "l\u00E0szl\u00F3-1",
                "\u0430\u043D\u043D\u0430.2",
                "\u5C71\u7530\u304F\u3093",
                "gro\u00DF",
                "u@b\u00FCcher.example",
                "007"
            })
    void letters_of_one_script_are(String name) {
        assertThat(LoginName.isOfOneScript(name)).isTrue();
    }
}
