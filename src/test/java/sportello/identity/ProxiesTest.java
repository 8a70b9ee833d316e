package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;

class ProxiesTest {

    @Test
    void only_named_addresses_and_networks_are_proxies() {
        var proxies = new Proxies("10.0.0.5, 192.168.7.0/24 2001:db8::1");
        for (var named : new String[] {"10.0.0.5", "192.168.7.200", "2001:db8::1"})
            assertThat(proxies.include(named)).as(named).isTrue();
        for (var other : new String[] {"10.0.0.6", "192.168.8.1", "2001:db8::2", "127.0.0.1"})
            assertThat(proxies.include(other)).as(other).isFalse();
        assertThat(new Proxies("").include("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.valle.example", "10.0.0", "10.0.0.5/99", "*", "10.0.0.5; 10.0.0.6"})
    void a_name_or_nonsense_is_no_proxy(String text) {
        assertThat(new Proxies(text).isReadable()).isFalse();
        assertThat(rules("X-Remote-User", text).checked()).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie", "user-agent", "X-Forwarded-For", "Remote User", ""})
    void a_header_that_browsers_write_vouches_for_nobody(String header) {
        assertThat(rules(header, "10.0.0.5").checked()).isInstanceOf(Outcome.Refused.class);
        assertThat(rules("X-Remote-User", "10.0.0.5").checked()).isInstanceOf(Outcome.Done.class);
        assertThat(rules("X-Remote-User", "").checked()).isInstanceOf(Outcome.Refused.class);
    }

    private static AccessRules rules(String header, String proxies) {
        return new AccessRules(false, false, 720, 168, header, proxies);
    }
}
