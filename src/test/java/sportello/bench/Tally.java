package sportello.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a drill found, in one line that always reads the same: {@code R2 faults=50 accepted=812 lost=0 duplicated=0}, with the
 * hour and the load of the machine. It is said, and kept in {@code target/tallies}.
 */
public final class Tally {
    private static final Path KEPT = Path.of("target", "tallies");

    private final String row;
    private final Map<String, String> figures = new LinkedHashMap<>();

    private Tally(String row) {
        this.row = row;
    }

    /** @param row the fault that was played */
    public static Tally of(String row) {
        return new Tally(row);
    }

    /** The line of a test that has just proven that nothing was lost and nothing doubled. */
    public static void proven(String row, int faults, long accepted) {
        of(row).with("faults", faults).accepted(accepted, 0, 0).say();
    }

    public Tally with(String what, long count) {
        return figure(what, Long.toString(count));
    }

    /** Measured, so to a tenth and no finer. */
    public Tally with(String what, double measured) {
        return figure(what, String.format(Locale.ROOT, "%.1f", measured));
    }

    private Tally figure(String what, String figure) {
        figures.put(what, figure);
        return this;
    }

    /** How many were given the word that they are taken, and what is not as it was promised. */
    public Tally accepted(long accepted, long lost, long duplicated) {
        return with("accepted", accepted).with("lost", lost).with("duplicated", duplicated);
    }

    /** The time that only one in twenty takes longer than. */
    public Tally slowest(String what, Collection<Double> seconds) {
        var sorted = new ArrayList<>(seconds);
        sorted.sort(null);
        return sorted.isEmpty() ? this : with(what + "_p95", sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
    }

    public void say() {
        figure(
                "at",
                LocalTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        with("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var line = figures.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(joining(" ", row + " ", "\n"));
        System.out.print(line);
        try {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
