package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/agent",
                "/index.pl?Action=AgentTicketZoom;TicketID=105",
                "/index.pl?Action=AgentTicketZoom:TicketID=105",
                "/agent/tickets?state=open&page=2#list",
                "/search?q=a//b"
            })
    void an_address_of_ours_is_kept_as_it_is(String text) {
        assertThat(LocalTarget.parse(text)).map(LocalTarget::address).contains(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "agent",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/agent\r\nX: y",
                " /agent",
                "/caffè",
                "https://evil.example",
                "https:/evil.example",
                "javascript:alert(1)",
                "/\u0000"
            })
    void everything_else_is_none(String text) {
        assertThat(LocalTarget.parse(text)).isEmpty();
    }

    @Test
    void what_is_longer_than_any_address_of_ours_is_none() {
        assertThat(LocalTarget.parse("/" + "x".repeat(2_001))).isEmpty();
    }

    @Test
    void its_path_is_what_stands_before_the_question() {
        assertThat(new LocalTarget("/index.pl?a=/b#c").path()).isEqualTo("/index.pl");
        assertThat(new LocalTarget("/agent#top").path()).isEqualTo("/agent");
    }
}
