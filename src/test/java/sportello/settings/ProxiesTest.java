package sportello.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final Proxies PROXIES = new Proxies("10.0.0.5, 192.168.7.0/24 2001:db8::1");

    @Test
    void only_named_addresses_and_networks_are_proxies() {
        for (var named : new String[] {"10.0.0.5", "192.168.7.200", "2001:db8::1"})
            assertThat(PROXIES.include(named)).as(named).isTrue();
        for (var other : new String[] {"10.0.0.6", "192.168.8.1", "2001:db8::2", "127.0.0.1"})
            assertThat(PROXIES.include(other)).as(other).isFalse();
        assertThat(new Proxies("").include("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.valle.example", "10.0.0", "10.0.0.5/99", "*", "10.0.0.5; 10.0.0.6"})
    void a_name_or_nonsense_is_no_proxy(String text) {
        assertThat(new Proxies(text).isReadable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nobody else's word counts
                "10.0.0.6    | 203.0.113.9                         | 10.0.0.6",
                "203.0.113.1 | 10.0.0.5                            | 203.0.113.1",
                // the last that is no proxy, whatever a browser has written before
                "10.0.0.5    | 203.0.113.9                         | 203.0.113.9",
                "10.0.0.5    | 198.51.100.1, 203.0.113.9           | 203.0.113.9",
                "10.0.0.5    | 10.0.0.5, 203.0.113.9               | 203.0.113.9",
                "10.0.0.5    | 198.51.100.1,203.0.113.9, 192.168.7.3 | 203.0.113.9",
                // with a port, or as IPv6 in any spelling
                "10.0.0.5    | 203.0.113.9:4711                    | 203.0.113.9",
                "10.0.0.5    | 2001:DB8:0::7                       | 2001:db8:0:0:0:0:0:7",
                "10.0.0.5    | [2001:db8::7]:4711                  | 2001:db8:0:0:0:0:0:7",
                "2001:db8::1 | ::ffff:203.0.113.9                  | 203.0.113.9",
                // what is no address is nobody's
                "10.0.0.5    | localhost                           | 10.0.0.5",
                "10.0.0.5    | 203.0.113.9, unknown                | 10.0.0.5",
                "10.0.0.5    | 203.0.113.9, 999.1.1.1              | 10.0.0.5",
                "10.0.0.5    | 203.0.113.9,                        | 10.0.0.5",
                "10.0.0.5    | 192.168.7.3                         | 192.168.7.3"
            })
    void whoever_knocks_at_the_outermost_proxy_is_the_visitor(String connection, String header, String visitor) {
        assertThat(PROXIES.visitor(connection, List.of(header))).isEqualTo(visitor);
    }

    @Test
    void several_headers_are_one_and_without_any_the_connection_counts() {
        assertThat(PROXIES.visitor("10.0.0.5", List.of("198.51.100.1", "203.0.113.9, 192.168.7.3")))
                .isEqualTo("203.0.113.9");
        assertThat(PROXIES.visitor("10.0.0.5", List.of())).isEqualTo("10.0.0.5");
        assertThat(new Proxies("").visitor("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("127.0.0.1");
    }
}
