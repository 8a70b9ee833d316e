package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Outcome;
import sportello.base.Refusal;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void what_a_browser_says_of_itself_is_cut_behind_two_hundred_signs() {
        for (var fits : List.of(199, 200))
            assertThat(new Visitor("192.0.2.1", "x".repeat(fits)).browser()).hasSize(fits);
        assertThat(new Visitor("192.0.2.1", "x".repeat(201)).browser()).hasSize(200);
    }

    @Test
    void a_password_has_five_different_signs_at_least() {
        for (var fits : List.of("xqxqzwxkvjzw", "xqxqzwxkxqzw"))
            assertThat(PasswordRule.refuses(fits, List.of())).isEmpty();
        assertThat(PasswordRule.refuses("xqxqzwxqxqzw", List.of())).contains(new Refusal("password.common"));
    }

    @Test
    void a_word_about_somebody_counts_in_a_password_from_so_many_letters_on() throws Exception {
        Edge.of("identity/PasswordRule.SHORTEST_WORD").isTheFirst(length -> {
            var word = "wanda".substring(0, length);
            return PasswordRule.refuses("7xq-Kvz" + word + "-85mj", List.of(word))
                    .equals(Optional.of(new Refusal("password.personal")));
        });
    }

    /** What is composed of four signs each is as long as people see it, and more is not looked at. */
    @Test
    void a_password_has_so_many_signs_before_it_is_composed() throws Exception {
        Edge.of("identity/PasswordRule.TOO_MANY_CHARS").isTheLast(length -> !PasswordRule.isTooLong(composed(length)));
    }

    @Test
    void proxies_are_named_in_so_many_signs() throws Exception {
        Edge.of("identity/AccessRules.LONGEST_TEXT").isTheLast(length -> {
            var named = "10.0.0.1," + " ".repeat(length - 17) + "10.0.0.2";
            return new AccessRules(false, false, 30, 12, "X-Real-IP", named, 24).checked() instanceof Outcome.Done;
        });
    }

    private static String composed(int length) {
        var sign = "\u03c9\u0314\u0342\u0345";
        return sign.repeat(length / sign.length()) + sign.substring(0, length % sign.length());
    }
}
