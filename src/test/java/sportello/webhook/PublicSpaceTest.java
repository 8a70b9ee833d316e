package sportello.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the open internet, and what does not. */
class PublicSpaceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4002::200e"
            })
    void whatever_is_given_to_somebody_is_public(String address) {
        assertThat(PublicSpace.holds(InetAddress.ofLiteral(address))).isTrue();
        assertThat(PublicSpace.isAnywhere(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void nothing_special_is_public(String address) throws UnknownHostException {
        assertThat(PublicSpace.holds(InetAddress.getByName(address))).isFalse();
    }

    /** A mapped address is the address that it maps. */
    @Test
    void an_address_of_the_fourth_version_cannot_hide_in_one_of_the_sixth() throws UnknownHostException {
        var mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;
        assertThat(PublicSpace.holds(InetAddress.getByAddress(mapped))).isFalse();
        assertThat(PublicSpace.holds(InetAddress.getByAddress("hooks.example", mapped)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "0.0.0.0", "224.0.0.1", "255.255.255.255", "fe80::1", "ff02::1", "::"})
    void nobody_can_allow_what_is_no_server(String address) {
        assertThat(PublicSpace.isAnywhere(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.5", "192.168.1.1", "fd00::5", "::1"})
    void a_server_within_the_company_can_be_allowed(String address) {
        assertThat(PublicSpace.isAnywhere(InetAddress.ofLiteral(address))).isTrue();
    }
}
