package sportello.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.oidc.TestKey;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_thousand_backups_are_kept_at_most() {
        for (var fits : List.of(999, 1000))
            assertThat(new BackupSettings(null, fits).keep()).isEqualTo(fits);
        assertThatThrownBy(() -> new BackupSettings(null, 1001)).isInstanceOf(SettingRefused.class);
    }

    @Test
    void certificates_that_are_trusted_have_so_many_signs() throws Exception {
        var pem = TestKey.HOUSE.certificate();
        Edge.of("settings/Trust.LONGEST")
                .isTheLast(length -> Trust.isReadable(pem + " ".repeat(length - pem.length())));
    }
}
