package sportello.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own, started as {@code bin/demo} starts it but without the demo. */
final class Program implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");
    private static final Path PROGRAM = Path.of("target", "program").toAbsolutePath();
    /** What its rehearsal left, by {@code bin/lib/program.sh}. */
    private static final Path CACHE = PROGRAM.resolve("start.aot");

    private static final int SECONDS_TO_STOP = 60;

    private final Process process;
    private final URI address;
    private final long startedAt = System.nanoTime();

    private Program(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the program on the data directory; its log goes to {@code bench.log} there. */
    static Program start(Path home, int port) throws IOException {
        return start(home, port, Map.of());
    }

    /** @param settings what else is set in its environment */
    static Program start(Path home, int port, Map<String, String> settings) throws IOException {
        Files.createDirectories(home);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(OPTIONS);
        command.addAll(Files.exists(CACHE) ? rehearsed() : List.of("-cp", archive("sportello")));
        command.add("sportello.Sportello");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("bench.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPORTELLO_") || name.startsWith("SPRING_"));
        builder.environment().put("SPORTELLO_HOME", home.toString());
        builder.environment().put("SPORTELLO_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        return new Program(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    private static List<String> rehearsed() {
        return List.of(
                "-cp",
                archive("start") + File.pathSeparator + archive("sportello"),
                "-Dspring.aot.enabled=true",
                "-XX:AOTCache=" + CACHE);
    }

    private static String archive(String name) {
        return PROGRAM.resolve(name + ".jar").toString();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI at(String path) {
        return address.resolve(path);
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Since its process was started. */
    double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    /** kill -9: its database stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
