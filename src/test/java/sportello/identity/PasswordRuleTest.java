package sportello.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Refusal;

class PasswordRuleTest {
    private static final List<String> LAURA = List.of("laura.bassi", "Laura", "Bassi", "l.bassi");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vento caldo sul molo",
                "correct horse battery stapler",
                "città però più già",
                "日本語のパスワードを選ぶ時間",
                "🐟🐠🐡🦈🐬🐳🐟🐠🐡🦈🐬🐳"
            })
    void long_and_uncommon_ones_are_good(String password) {
        assertThat(refusal(password)).isEmpty();
    }

    @Test
    void signs_are_counted_as_people_see_them() {
        assertThat(refusal("abcdefghijk")).contains(new Refusal("password.short", 12));
        assertThat(refusal("🐟🐠🐡🦈🐬🐳🐟🐠🐡🦈🐬")).contains(new Refusal("password.short", 12));
        assertThat(refusal("a\u0301c\u0301e\u0301fghijkl")).contains(new Refusal("password.short", 12));
        assertThat(refusal("abcdefgh".repeat(16))).isEmpty();
        assertThat(refusal("abcdefgh".repeat(16) + "i")).contains(new Refusal("password.long", 128));
    }

    @Test
    void a_megabyte_is_too_long_and_so_is_what_grows_when_it_is_normalised() {
        assertThat(PasswordRule.isTooLong("x".repeat(1_000_000))).isTrue();
        assertThat(PasswordRule.isTooLong("\ufdfa".repeat(100))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwertyuiop123",
                "Benvenuto123!",
                "ForzaJuventus1",
                "PASSWORD123456",
                "aaaaaaaaaaaaaaaa",
                "121212121212",
                "\uff50assword1234"
            })
    void common_ones_are_refused_however_they_are_written(String password) {
        assertThat(refusal(password)).contains(new Refusal("password.common"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAURA al mercato", "il gatto di bassi", "ciao laura.bassi!", "10 per l.bassi e via"})
    void what_everybody_knows_of_the_person_is_no_secret(String password) {
        assertThat(refusal(password)).contains(new Refusal("password.personal"));
    }

    @Test
    void a_short_name_may_stand_in_a_longer_word() {
        assertThat(PasswordRule.refuses("una strada lunga", List.of("Ada", "al")))
                .isEmpty();
    }

    @Test
    void the_list_of_common_ones_holds_only_what_the_other_rules_let_pass() throws IOException {
        try (var file = getClass().getResourceAsStream("common-passwords.txt")) {
            var lines = new String(file.readAllBytes(), UTF_8).lines().skip(1).toList();

            assertThat(lines).hasSizeGreaterThan(500).doesNotHaveDuplicates().isSorted();
            assertThat(lines).allMatch(line -> line.length() >= 12 && line.equals(line.toLowerCase(Locale.ROOT)));
        }
    }

    private static Optional<Refusal> refusal(String password) {
        return PasswordRule.refuses(password, LAURA);
    }
}
