package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2::9, 2001:db8:1:2",
        "2001:db8::9, 2001:db8:0:0",
        "0:0:0:0:0:0:0:1, 0:0:0:0",
        "::1, 0:0:0:0",
        "fe80::1%eth0, fe80:0:0:0"
    })
    void whoever_has_one_address_of_a_network_has_them_all(String address, String network) {
        assertThat(new Visitor(address, "").network()).isEqualTo(network);
    }

    @Test
    void a_browser_that_talks_long_is_cut_short() {
        assertThat(new Visitor("192.0.2.7", "x".repeat(9_000)).browser()).hasSize(200);
    }
}
