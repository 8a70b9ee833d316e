package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.Given.stored;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import sportello.settings.DatabaseSettings;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;
import sportello.settings.SmtpSettings;

class CourierTest {
    private ScriptedServer operators;
    private ScriptedServer builtIn;

    @BeforeEach
    void open() throws IOException {
        operators = new ScriptedServer();
        builtIn = new ScriptedServer();
    }

    @AfterEach
    void close() throws IOException {
        operators.close();
        builtIn.close();
    }

    @Test
    void the_operators_server_goes_before_the_one_that_came_along() {
        var courier = courier("smtp://127.0.0.1:" + operators.address().port(), builtIn.address());

        courier.deliver(stored(Given.letter("nuovo")), Given.VALLE);

        assertThat(operators.accepted()).hasSize(1);
        assertThat(builtIn.accepted()).isEmpty();
    }

    @Test
    void the_one_that_is_kept_goes_before_the_one_that_came_along_and_after_the_operators() {
        var kept = builtIn.address();
        courier("smtp://127.0.0.1:" + operators.address().port(), kept, null)
                .deliver(stored(Given.letter("nuovo")), Given.VALLE);
        courier(null, kept, operators.address()).deliver(stored(Given.letter("nuovo")), Given.VALLE);

        assertThat(operators.accepted()).hasSize(1);
        assertThat(builtIn.accepted()).hasSize(1);
    }

    @Test
    void the_one_that_came_along_is_better_than_none() {
        courier(null, builtIn.address()).deliver(stored(Given.letter("nuovo")), Given.VALLE);

        assertThat(builtIn.accepted()).hasSize(1);
    }

    @Test
    void there_may_be_none() {
        assertThat(courier(null, null).hasServer()).isFalse();
    }

    @Test
    void a_company_without_an_address_writes_from_the_desk() {
        var nameless = new Company("Valle", "", "", "", "", null);

        courier(null, builtIn.address()).deliver(stored(Given.letter("nuovo")), nameless);

        assertThat(builtIn.commands()).contains("MAIL FROM:<sportello@desk.example.it>");
    }

    private static Courier courier(@Nullable String url, @Nullable SmtpServer along) {
        return courier(url, null, along);
    }

    private static Courier courier(@Nullable String url, @Nullable SmtpServer kept, @Nullable SmtpServer along) {
        var settings = new Settings(
                Path.of("target"),
                8080,
                "127.0.0.1",
                URI.create("https://desk.example.it"),
                new DatabaseSettings(null, null, null, 10),
                new SmtpSettings(url, null),
                ZoneId.of("Europe/Rome"),
                10,
                null);
        var beans = new StaticListableBeanFactory();
        if (along != null) beans.addBean("along", along);
        if (kept != null) beans.addBean("kept", (Relay) () -> Optional.of(kept));
        var servers =
                new Servers(settings, beans.getBeanProvider(Relay.class), beans.getBeanProvider(SmtpServer.class));
        return new Courier(settings, servers, hash -> new ByteArrayInputStream(new byte[0]));
    }
}
