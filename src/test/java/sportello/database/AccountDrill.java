package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root and plain users take turns on one directory; needs root to play them all. Run by bin/drill. */
@Tag("drill")
class AccountDrill {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    private static final List<String> AS_DAEMON = List.of("setpriv", "--reuid=1", "--regid=1", "--clear-groups", "--");

    @TempDir
    Path parent;

    @BeforeEach
    void needsRoot() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can play other users");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void root_starts_again_and_again_and_keeps_its_files() throws Exception {
        var home = Homes.fresh(parent);
        for (var start = 0; start < 2; start++) {
            try (var asRoot = Drill.on(home)) {
                asRoot.awaitsCommits(20);
                assertThat(owner(home.resolve("database"))).isZero();
            }
        }
    }

    @Test
    void a_plain_user_and_root_take_turns() throws Exception {
        var home = parent.resolve("home");
        var classPath = Drill.readableClassPath(parent);

        try (var plain = Drill.on(home, AS_NOBODY, classPath, Map.of())) {
            plain.awaitsCommits(20);
        }
        assertThat(owner(home.resolve("database"))).isEqualTo(65_534);
        try (var root = Drill.on(home)) {
            root.awaitsCommits(20);
        }
        try (var plain = Drill.on(home, AS_NOBODY, classPath, Map.of())) {
            plain.awaitsCommits(20);
        }
    }

    @Test
    void somebody_elses_data_are_refused_by_name() throws Exception {
        var home = Homes.fresh(parent);
        Drill.on(home).awaitsCommits(1).close();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.delete(home.resolve("lock"));

        try (var stranger = Drill.on(home, AS_DAEMON, Drill.readableClassPath(parent), Map.of())) {
            assertThat(stranger.awaitsFailure())
                    .contains("The data in " + home.resolve("database") + " belong to user 0")
                    .contains("runs as user 1");
        }
    }

    @Test
    void where_user_namespaces_are_forbidden_another_user_gets_the_files() throws Exception {
        var home = parent.resolve("home");
        var withoutUnshare = onlyWith("setpriv");

        for (var start = 0; start < 2; start++) {
            try (var program = Drill.on(home, List.of(), Drill.classPath(), withoutUnshare)) {
                program.awaitsCommits(20);
                assertThat(owner(home.resolve("database"))).isEqualTo(65_534);
            }
        }
    }

    @Test
    void where_root_cannot_leave_its_powers_it_is_told_what_to_do() throws Exception {
        try (var program = Drill.on(Homes.fresh(parent), List.of(), Drill.classPath(), onlyWith("true"))) {
            assertThat(program.awaitsFailure()).contains("PostgreSQL cannot run here", "unshare", "setpriv");
        }
    }

    @Test
    void as_the_first_process_of_a_container_the_program_buries_a_killed_server() throws Exception {
        var home = Homes.fresh(parent);
        var inContainer = List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");

        try (var program = Drill.on(home, inContainer, Drill.classPath(), Map.of())) {
            program.awaitsCommits(20);
            Kill.now(pidOfServer(home));
            program.awaitsLine("The database server is back").awaitsCommits(20);
        }
    }

    /** Inside the container the number is another one than here. */
    private static long pidOfServer(Path home) {
        var data = home.resolve("database").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains(data))
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> onlyWith(String program) throws IOException {
        var path = Files.createDirectory(parent.resolve("bin"));
        Files.createSymbolicLink(path.resolve(program), Path.of("/usr/bin", program));
        return Map.of("PATH", path.toString());
    }

    private static int owner(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }
}
