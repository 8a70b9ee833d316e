package sportello.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;

/** An address says plainly where it leads, or it is none. */
class WebhookAddressTest {
    private static final AllowedHosts ALLOWED =
            new AllowedHosts(List.of("10.0.0.5:8065", "[::1]", "localhost", "mattermost.valle.lan", "169.254.169.254"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/services/T0/B0/x",
                "https://prod-1.westeurope.logic.azure.com:443/workflows/1?api-version=2016-06-01&sig=x",
                "https://8.8.8.8/x",
                "https://[2606:4700:4700::1111]/x",
                "HTTPS://Hooks.Example./x",
                "http://mattermost.valle.lan/hooks/x",
                "http://MATTERMOST.valle.lan.:8065/hooks/x",
                "http://10.0.0.5:8065/hooks/x",
                "https://[::1]:9/x"
            })
    void what_is_plain_can_be_called(String typed) {
        assertThat(WebhookAddress.typed(typed, ALLOWED)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://hooks.example/x, scheme",
        "file:///etc/passwd, address",
        "gopher://127.0.0.1:6379/x, scheme",
        "jar:https://hooks.example!/x, address",
        "http://hooks.example/x, in_the_clear",
        "http://10.0.0.5/x, in_the_clear",
        "https://10.0.0.5/x, inside",
        "https://10.0.0.6:8065/x, inside",
        "https://127.0.0.1/x, inside",
        "https://[::ffff:127.0.0.1]/x, inside",
        "https://[64:ff9b::7f00:1]/x, inside",
        "https://[fe80::1%25eth0]/x, address",
        "https://2130706433/x, address",
        "https://0x7f000001/x, address",
        "https://0x7f.1/x, address",
        "https://127.1/x, address",
        "https://017700000001/x, address",
        "https://0177.0.0.1/x, address",
        "https://127.0.0.01/x, address",
        "https://hooks.example.0x7f/x, address",
        "https://anna:pass@hooks.example/x, address",
        "https://hooks.example@127.0.0.1/x, address",
        "https://hooks.example/x#y, address",
        "https://hooks.example:0/x, address",
        "https://hooks.example:70000/x, address",
        "https:///x, address",
        "https://ho oks.example/x, address",
        "https://hóoks.example/x, address",
        "//hooks.example/x, address",
        "hooks.example, address",
        "x, address"
    })
    void nothing_else_can(String typed, String why) {
        assertThat(WebhookAddress.typed(typed, ALLOWED))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().message()).isEqualTo("webhook." + why));
    }

    @Test
    void it_never_says_more_of_itself_than_its_host() {
        assertThat(WebhookAddress.typed("https://hooks.slack.com/services/parola", AllowedHosts.NONE)
                        .toString())
                .doesNotContain("parola");
    }

    @Test
    void hosts_are_written_one_a_line_and_nothing_but_hosts() {
        assertThat(AllowedHosts.typed(" Mattermost.valle.lan \n\n10.0.0.5:8065\nmattermost.valle.lan"))
                .isEqualTo(Outcome.done(new AllowedHosts(List.of("10.0.0.5:8065", "mattermost.valle.lan"))));
        assertThat(AllowedHosts.typed("http://mattermost/"))
                .isEqualTo(Outcome.refused("webhook.host", "http://mattermost/"));
        assertThat(AllowedHosts.typed("*")).isEqualTo(Outcome.refused("webhook.host", "*"));
        assertThat(AllowedHosts.typed("a\n".repeat(60))).isEqualTo(Outcome.done(new AllowedHosts(List.of("a"))));
    }
}
