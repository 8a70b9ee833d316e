package sportello.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux says about a process and its children. */
record Processes(List<Long> pids) {
    private static final double TICKS_PER_SECOND = 100;
    private static final int UTIME = 11;

    static Processes only(long pid) {
        return new Processes(List.of(pid));
    }

    static Processes family(long pid) {
        var children =
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).map(ProcessHandle::pid);
        return new Processes(Stream.concat(Stream.of(pid), children).toList());
    }

    /** Processor time used so far, also by children that have ended. */
    double cpuSeconds() throws IOException {
        var ticks = 0L;
        for (var pid : pids) ticks += ticks(pid);
        return ticks / TICKS_PER_SECOND;
    }

    private static long ticks(long pid) throws IOException {
        try {
            var line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            // the name stands in brackets and may hold blanks
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Stream.of(fields)
                    .skip(UTIME)
                    .limit(4)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Memory with what is shared divided by those who share it. */
    long proportionalMegabytes() throws IOException {
        return kilobytes("Pss:") / 1024;
    }

    long residentMegabytes() throws IOException {
        return kilobytes("Rss:") / 1024;
    }

    private long kilobytes(String field) throws IOException {
        var sum = 0L;
        for (var pid : pids) {
            try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
                sum += lines.filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (NoSuchFileException ended) {
                // counts no more
            }
        }
        return sum;
    }

    /** The load average of the last minute, of the whole machine. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
