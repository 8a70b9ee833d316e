package sportello.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class SettingsTest {

    @TempDir
    Path home;

    @Test
    void without_any_setting_the_desk_runs_at_home_and_listens_to_itself_only() {
        var settings = settings(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(settings.systemId()).isEqualTo(10);
        assertThat(settings.proxies()).isEqualTo(new Proxies(""));
        assertThat(settings.database().isEmbedded()).isTrue();
        assertThat(settings.smtp().server()).isEmpty();
    }

    @Test
    void the_environment_decides() {
        var settings = settings(Map.of(
                "SPORTELLO_PORT", "9090",
                "SPORTELLO_TIME_ZONE", "Europe/Vienna",
                "SPORTELLO_SYSTEM_ID", "21",
                "SPORTELLO_DATABASE_URL", "jdbc:postgresql://db/desk",
                "SPORTELLO_DATABASE_USER", "desk",
                "SPORTELLO_DATABASE_PASSWORD", "sesamo",
                "SPORTELLO_LMTP_LISTEN", "127.0.0.1:2424",
                "SPORTELLO_PROXIES", "10.0.0.5 10.1.0.0/16",
                "SPORTELLO_SMTP_URL", "smtps://anna:p%40ss@mail.example.com"));

        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:9090"));
        assertThat(settings.home()).isEqualTo(home);
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(settings.systemId()).isEqualTo(21);
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://db/desk", "desk", "sesamo", 10));
        assertThat(settings.proxies()).isEqualTo(new Proxies("10.0.0.5 10.1.0.0/16"));
        assertThat(settings.lmtp().listening()).contains(new InetSocketAddress("127.0.0.1", 2424));
        assertThat(settings.smtp().server())
                .contains(new SmtpServer(Encryption.TLS, "mail.example.com", 465, "anna", "p@ss", ""));
    }

    @Test
    void a_certificate_is_read_from_pem_or_from_a_store_and_what_cannot_be_read_stops_the_start() throws Exception {
        OwnAuthority.forLocalhost(home);
        var store = home.resolve("localhost.p12").toString();
        assertThat(new CertificateSettings(store, null, "changeit").followed()).isPresent();
        assertThat(new CertificateSettings(null, null, null).followed()).isEmpty();

        var keys = KeyStore.getInstance(home.resolve("localhost.p12").toFile(), "changeit".toCharArray());
        var certificate = pem("CERTIFICATE", keys.getCertificate("localhost").getEncoded());
        var key = pem(
                "PRIVATE KEY",
                keys.getKey("localhost", "changeit".toCharArray()).getEncoded());
        assertThat(new CertificateSettings(certificate, key, null).followed()).isPresent();

        assertThatThrownBy(() -> new CertificateSettings(store, null, "sbagliata"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("SPORTELLO_CERTIFICATE_FILE")
                .hasMessageNotContaining("sbagliata");
        var other = Files.createDirectory(home.resolve("altra"));
        OwnAuthority.forLocalhost(other);
        var others = KeyStore.getInstance(other.resolve("localhost.p12").toFile(), "changeit".toCharArray())
                .getKey("localhost", "changeit".toCharArray());
        var mine = Files.readString(Path.of(key), UTF_8);
        pem("PRIVATE KEY", others.getEncoded());
        var foreign = Files.move(Path.of(key), home.resolve("foreign.pem")).toString();
        Files.writeString(Path.of(key), mine, UTF_8);
        assertThatThrownBy(() -> new CertificateSettings(certificate, foreign, null))
                .as("a key of another certificate")
                .isInstanceOf(SettingRefused.class);

        assertThatThrownBy(() -> new CertificateSettings(certificate, store, null))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new CertificateSettings(certificate, null, null))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new CertificateSettings(home.resolve("no").toString(), null, null))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new CertificateSettings(null, key, null))
                .hasMessageContaining("SPORTELLO_CERTIFICATE_KEY");
    }

    private String pem(String kind, byte[] bytes) throws Exception {
        var text = "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), kind);
        return Files.writeString(home.resolve(kind + ".pem"), text).toString();
    }

    @Test
    void authorities_of_certified_mail_are_read_at_start_or_stop_it() throws Exception {
        var file = Files.writeString(
                home.resolve("gestori.pem"), OwnAuthority.forLocalhost(home).pem());
        assertThat(settings(Map.of("SPORTELLO_PEC_AUTHORITIES", file.toString()))
                        .pec()
                        .anchors())
                .hasSize(1);
        assertThat(new PecSettings(" ").anchors()).isEmpty();
        Files.writeString(file, "niente");
        for (var name : List.of(file.toString(), home.resolve("no").toString()))
            assertThatThrownBy(() -> new PecSettings(name))
                    .isInstanceOf(SettingRefused.class)
                    .hasMessageContaining("SPORTELLO_PEC_AUTHORITIES");
    }

    @Test
    void where_mail_is_handed_over_is_an_address_and_a_port() {
        assertThat(new LmtpSettings("127.0.0.1:2424").listening().orElseThrow().getPort())
                .isEqualTo(2424);
        assertThat(new LmtpSettings(null).listening()).isEmpty();
        assertThatThrownBy(() -> new LmtpSettings("2424")).hasMessageContaining("SPORTELLO_LMTP_LISTEN");
    }

    /** A password leaves the machine encrypted or not at all; within it nobody is asked for a certificate. */
    @ParameterizedTest
    @CsvSource({
        "smtps://mail.example.com,             TLS",
        "smtp://anna:sesamo@mail.example.com,  STARTTLS",
        "smtp://anna:sesamo@0.0.0.0,           STARTTLS",
        "smtp://mail.example.com,              IF_OFFERED",
        "smtp://localhost,                     NONE",
        "smtp://anna:sesamo@127.0.0.1,         NONE",
        "smtp://[::1]:25,                      NONE",
    })
    void the_address_of_the_mail_server_says_how_mail_is_kept_private(String url, Encryption expected) {
        assertThat(settings(Map.of("SPORTELLO_SMTP_URL", url)).smtp().server())
                .hasValueSatisfying(server -> assertThat(server.encryption()).isEqualTo(expected));
    }

    @Test
    void a_file_at_home_decides_and_the_environment_overrules_it() throws Exception {
        Files.writeString(
                home.resolve("sportello.properties"),
                "sportello.port=7070\nsportello.base-url=https://desk.example.com/\n",
                UTF_8);

        assertThat(settings(Map.of()).port()).isEqualTo(7070);
        assertThat(settings(Map.of("SPORTELLO_PORT", "6060")).port()).isEqualTo(6060);
        assertThat(settings(Map.of()).baseUrl()).isEqualTo(URI.create("https://desk.example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "SPORTELLO_PORT,             70000",
        "SPORTELLO_SYSTEM_ID,        0",
        "SPORTELLO_BASE_URL,         desk.example.com",
        "SPORTELLO_BASE_URL,         ftp://desk.example.com",
        "SPORTELLO_PROXIES,          proxy.example.com",
        "SPORTELLO_DATABASE_URL,     jdbc:mysql://db/desk",
        "SPORTELLO_DATABASE_URL,     jdbc:postgresql://db/desk?password=sesamo",
        "SPORTELLO_DATABASE_CONNECTIONS, 1",
        "SPORTELLO_SMTP_URL,         http://anna:sesamo@mail",
        "SPORTELLO_SMTP_URL,         smtp://anna:se samo@mail",
    })
    void nonsense_is_refused_by_name_with_advice_and_without_secrets(String name, String value, CapturedOutput output) {
        assertThatThrownBy(() -> settings(Map.of(name, value))).hasRootCauseInstanceOf(SettingRefused.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "The setting " + name + " is refused", "docs/settings.md")
                .doesNotContain("samo")
                .doesNotContain("\tat ");
    }

    @Test
    void a_misspelt_name_in_the_file_is_refused(CapturedOutput output) throws Exception {
        Files.writeString(home.resolve("sportello.properties"), "sportello.prot=7070\n", UTF_8);

        assertThatThrownBy(() -> settings(Map.of())).isInstanceOf(Exception.class);
        assertThat(output).contains("sportello.prot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://desk:sesamo@db:5433/desk", "jdbc:postgresql://desk:sesamo@db:5433/desk"})
    void the_log_in_may_stand_in_the_url_of_the_database(String url) {
        assertThat(new DatabaseSettings(url, null, null, 10))
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://db:5433/desk", "desk", "sesamo", 10));
    }

    @Test
    void a_standby_may_stand_beside_the_database() {
        var url = "jdbc:postgresql://one:5432,two:5432/desk?targetServerType=primary";

        assertThat(new DatabaseSettings(url, null, null, 10).url()).isEqualTo(url);
    }

    @Test
    void no_setting_shows_a_password() {
        var settings = settings(Map.of(
                "SPORTELLO_DATABASE_URL", "postgresql://desk:sesamo@db/desk",
                "SPORTELLO_SMTP_URL", "smtp://anna:sesamo@mail.example.com"));

        assertThat(settings.toString())
                .contains("db/desk", "mail.example.com:587")
                .doesNotContain("sesamo");
    }

    private Settings settings(Map<String, Object> environment) {
        var variables = environment.entrySet().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        variables.put("SPORTELLO_HOME", home.toString());
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var house = new StandardEnvironment();
        house.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        var builder = new SpringApplicationBuilder(SettingsConfiguration.class)
                .web(WebApplicationType.NONE)
                .environment(house);
        try (var program = builder.run()) {
            return program.getBean(Settings.class);
        }
    }
}
