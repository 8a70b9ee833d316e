package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;

class ProxyRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"proxy.valle.example", "10.0.0", "10.0.0.5/99", "*", "10.0.0.5; 10.0.0.6", ""})
    void a_name_or_nonsense_is_no_proxy(String text) {
        assertThat(rules("X-Remote-User", text).checked()).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie", "user-agent", "X-Forwarded-For", "Remote User", ""})
    void a_header_that_browsers_write_vouches_for_nobody(String header) {
        assertThat(rules(header, "10.0.0.5").checked()).isInstanceOf(Outcome.Refused.class);
        assertThat(rules("X-Remote-User", "10.0.0.5").checked()).isInstanceOf(Outcome.Done.class);
    }

    private static AccessRules rules(String header, String proxies) {
        return new AccessRules(false, false, 720, 168, header, proxies, 12);
    }
}
