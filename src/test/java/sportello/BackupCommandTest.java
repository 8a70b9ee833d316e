package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.database.TestDatabase;

/** What is asked wrongly is refused in a sentence; what a backup holds, BaseBackupTest tells. */
class BackupCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path ground;

    @Test
    void a_server_of_the_operators_own_is_not_ours_to_copy() {
        var database = TestDatabase.fresh();
        assertThat(BackupCommand.run(
                        List.of(ground.toString()),
                        out(),
                        out(),
                        "--sportello.database.url=" + database.url(),
                        "--sportello.database.user=" + database.user(),
                        "--sportello.database.password=" + database.password()))
                .isEqualTo(69);
        assertThat(said.toString(UTF_8)).contains("a server of your own");
        assertThat(ground).isEmptyDirectory();
    }

    @Test
    void what_is_no_backup_restores_nothing() throws IOException {
        var file = Files.writeString(ground.resolve("elenco.txt"), "non è un backup");
        var home = ground.resolve("casa");
        assertThat(restore(file, home)).isEqualTo(73);
        assertThat(said.toString(UTF_8))
                .contains("cannot be restored to its end")
                .contains("Nothing was touched");
        assertThat(home.resolve("database")).doesNotExist();
        assertThat(restore(ground.resolve("manca.tar.gz"), home)).isEqualTo(64);
        assertThat(BackupCommand.run(List.of("a", "b"), out(), out())).isEqualTo(64);
    }

    private int restore(Path file, Path home) {
        return RestoreCommand.run(
                List.of(file.toString()), out(), out(), "--sportello.home=" + home, "--sportello.database.url=");
    }

    private PrintStream out() {
        return new PrintStream(said, true, UTF_8);
    }
}
