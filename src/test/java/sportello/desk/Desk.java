package sportello.desk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.database.RunningDatabase;
import sportello.mailbox.GivenMailbox;

/** A {@link DeskProgram} on a data directory of its own; whoever kills it may start it again. */
final class Desk implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 60;
    private static final int LAST_LINES = 60;

    private final Path home;
    private final int web = freePort();
    private final int mail = freePort();
    private final int relay;
    private final List<String> options;
    private final Map<String, String> settings;
    private Process process;

    /**
     * One that starts quickly.
     *
     * @param relay the port of this machine at which it hands in what it mails
     */
    Desk(Path home, int relay) throws IOException {
        this(home, relay, Map.of(), "-XX:TieredStopAtLevel=1");
    }

    /**
     * @param settings beyond those that each desk has
     * @param options of its Java
     */
    Desk(Path home, int relay, Map<String, String> settings, String... options) throws IOException {
        this.home = home;
        this.relay = relay;
        this.settings = Map.copyOf(settings);
        this.options = List.of(options);
        this.process = start();
    }

    /** One that does much work: its hot code is compiled as well as can be. */
    static Desk lasting(Path home, int relay) throws IOException {
        return new Desk(home, relay, Map.of());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Its log goes to {@code desk.log} in the home, one after the other. */
    private Process start(String... settings) throws IOException {
        Files.createDirectories(home);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DeskProgram.class.getName()));
        command.addAll(1, options);
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SPORTELLO_") || name.startsWith("SPRING_"));
        environment.put("SPORTELLO_HOME", home.toString());
        environment.put("SPORTELLO_PORT", "" + web);
        environment.put("SPORTELLO_SECRET_KEY", GivenMailbox.KEY);
        environment.put("SPORTELLO_SMTP_LISTEN", "127.0.0.1:" + mail);
        environment.put("SPORTELLO_SMTP_URL", "smtp://127.0.0.1:" + relay);
        environment.putAll(this.settings);
        return builder.start();
    }

    void startAgain(String... settings) throws IOException {
        process = start(settings);
    }

    /** kill -9: its database stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** kill -9 of the process that all others of its database come from; over when there is another one. */
    void killDatabase() throws IOException, InterruptedException {
        var killed = new RunningDatabase(home).pid();
        ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);
        Patiently.until(() -> new RunningDatabase(home).pid() != killed, this);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Answers how it ended. */
    int awaitDeath() throws IOException, InterruptedException {
        Patiently.until(() -> !isRunning(), this);
        return process.exitValue();
    }

    boolean isReady() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address("/health/ready")).timeout(Duration.ofSeconds(5));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + web + path);
    }

    int mailPort() {
        return mail;
    }

    /** With its keeper's eyes; good until the database is killed. */
    JdbcClient database() throws IOException {
        return JdbcClient.create(new RunningDatabase(home).keeper());
    }

    /** @param which a table, with the condition that its rows fulfil */
    long count(String which) throws IOException {
        return database().sql("select count(*) from " + which).query(Long.class).single();
    }

    /** How much of the machine's memory it has held at once since it was started, in megabytes; Linux only. */
    long peakMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What it said last, for who wonders. */
    String words() throws IOException {
        var lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private Path log() {
        return home.resolve("desk.log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
