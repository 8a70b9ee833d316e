package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
}
