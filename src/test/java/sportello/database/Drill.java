package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link DrillProgram} in a process of its own, to be watched and killed. */
final class Drill implements AutoCloseable {

    private final Process process;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Drill(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    static Drill on(Path home) {
        return on(home, List.of(), classPath(), Map.of());
    }

    /** Starts it behind a prefix that changes the account, say, and with some variables changed. */
    static Drill on(Path home, List<String> prefix, String classPath, Map<String, String> variables) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(java, "-Xmx128m", "-XX:+UseSerialGC", "-cp", classPath));
        command.addAll(List.of(DrillProgram.class.getName(), home.toString()));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(new File("/"));
            builder.environment().putAll(variables);
            return new Drill(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The class path where any account can read it: the files of the build may lie in a home that is closed. */
    static String readableClassPath(Path directory) throws IOException {
        var entries = new ArrayList<String>();
        for (var entry : classPath().split(File.pathSeparator)) {
            if (entry.contains("playwright") || entry.contains("binaries-windows") || entry.contains("binaries-darwin"))
                continue;
            var target = directory.resolve(entries.size() + "-" + Path.of(entry).getFileName());
            copy(Path.of(entry), target);
            entries.add(target.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) return;
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, Files.isDirectory(to) ? target : to);
            }
        }
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Drill awaitsCommits(int atLeast) throws InterruptedException {
        var before = committed().size();
        await(() -> committed().size() >= before + atLeast);
        return this;
    }

    String awaitsFailure() throws InterruptedException {
        await(() -> lines.stream().anyMatch(line -> line.startsWith("failed")));
        return String.join("\n", lines);
    }

    Drill awaitsLine(String part) throws InterruptedException {
        await(() -> lines.stream().anyMatch(line -> line.contains(part)));
        return this;
    }

    private void await(Callable<Boolean> isTrue) throws InterruptedException {
        try {
            Patiently.until(isTrue);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "after: "
                            + lines.stream()
                                    .skip(Math.max(0, lines.size() - 40))
                                    .collect(Collectors.joining("\n")),
                    e);
        }
    }

    /** The ids the program was told are safe. */
    List<Long> committed() {
        return lines.stream()
                .filter(line -> line.startsWith("committed "))
                .map(line -> Long.valueOf(line.substring("committed ".length())))
                .toList();
    }

    boolean says(String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    /** kill -9, as the memory keeper of the kernel does it. */
    void kill() throws InterruptedException {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** An orderly end. */
    @Override
    public void close() {
        try {
            process.outputWriter().close();
            if (!process.waitFor(Duration.ofSeconds(60))) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
