package sportello.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be known again in the clear is kept so that the database alone tells nobody. */
class SecretsTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path home;

    @Test
    void a_secret_comes_back_and_never_looks_the_same_twice() {
        var secrets = secrets(KEY);

        var once = secrets.encrypt("päss word");
        var twice = secrets.encrypt("päss word");

        assertThat(once).isNotEqualTo(twice);
        assertThat(secrets.decrypt(once)).isEqualTo("päss word").isEqualTo(secrets.decrypt(twice));
        assertThat(new String(once, UTF_8)).doesNotContain("word");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void without_a_key_one_is_made_in_the_home_for_its_owner_only() throws Exception {
        var encrypted = secrets(null).encrypt("segreto");

        assertThat(secrets(null).decrypt(encrypted)).isEqualTo("segreto");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(home).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void another_key_or_a_changed_byte_says_so_and_not_what_it_was() {
        var encrypted = secrets(KEY).encrypt("segreto");

        assertThatThrownBy(() -> secrets(null).decrypt(encrypted)).hasMessageContaining("SPORTELLO_SECRET_KEY");
        encrypted[20] ^= 1;
        assertThatThrownBy(() -> secrets(KEY).decrypt(encrypted)).hasMessageContaining("another key");
        assertThatThrownBy(() -> secrets(KEY).decrypt(new byte[3])).hasMessageContaining("another key");
    }

    @Test
    void a_key_that_is_none_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> secrets("troppo corta"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("SPORTELLO_SECRET_KEY")
                .hasMessageNotContaining("corta");
    }

    private Secrets secrets(@Nullable String key) {
        return new Secrets(new Settings(
                home,
                8080,
                "127.0.0.1",
                URI.create("https://desk.example.it"),
                new Proxies(""),
                new DatabaseSettings(null, null, null, 10),
                new SmtpSettings(null, null),
                new LmtpSettings(null),
                new CertificateSettings(null, null, null),
                new PecSettings(null),
                new BackupSettings(null, 7),
                ZoneId.of("Europe/Rome"),
                10,
                key));
    }
}
