package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CookieRulesTest {

    @Test
    void under_https_only_this_host_can_set_them() {
        var rules = new CookieRules(URI.create("https://desk.example"));

        assertThat(rules.secure()).isTrue();
        assertThat(rules.name("session")).isEqualTo("__Host-sportello-session");
    }

    @Test
    void two_houses_on_one_host_do_not_share_them() {
        assertThat(new CookieRules(URI.create("http://localhost:8080")).name("session"))
                .isNotEqualTo(new CookieRules(URI.create("http://localhost:8081")).name("session"));
        assertThat(new CookieRules(URI.create("http://desk")).name("session")).isEqualTo("sportello-session");
    }
}
