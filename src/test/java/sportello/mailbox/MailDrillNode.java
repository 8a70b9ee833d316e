package sportello.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import sportello.database.TestDatabase;

/** A {@link MailDrillProgram} in a process of its own. */
final class MailDrillNode implements AutoCloseable {
    private final Process process;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private MailDrillNode(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> process.inputReader(UTF_8).lines().forEach(lines::add));
    }

    static MailDrillNode start(TestDatabase.Fresh database, Path home, String... further) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MailDrillProgram.class.getName(),
                "--sportello.home=" + home,
                "--sportello.secret-key=" + GivenMailbox.KEY,
                "--sportello.database.url=" + database.url(),
                "--sportello.database.user=" + database.user(),
                "--sportello.database.password=" + database.password(),
                "--sportello.database.connections=6"));
        command.addAll(List.of(further));
        return new MailDrillNode(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    boolean isReady() {
        return lines.contains("ready");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitDeath() throws InterruptedException {
        return process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGSTOP: it stands still in the middle of whatever it does, and does not know. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    /** What it said last, for who wonders. */
    String words() {
        return String.join(
                "\n", lines.stream().skip(Math.max(0, lines.size() - 40)).toList());
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
