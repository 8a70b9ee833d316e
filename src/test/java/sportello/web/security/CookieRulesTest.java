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
        assertThat(rules.cookie("session", "x").build())
                .hasToString("__Host-sportello-session=x; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(rules.cookieAt("/tickets/1", "from", "x").build())
                .hasToString("__Secure-sportello-from=x; Path=/tickets/1; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void two_houses_on_one_host_do_not_share_them() {
        assertThat(new CookieRules(URI.create("http://localhost:8080")).name("session"))
                .isNotEqualTo(new CookieRules(URI.create("http://localhost:8081")).name("session"));
        assertThat(new CookieRules(URI.create("http://desk")).name("session")).isEqualTo("sportello-session");
    }
}
