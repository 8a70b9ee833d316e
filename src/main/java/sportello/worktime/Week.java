package sportello.worktime;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import sportello.base.Outcome;

/** When somebody works on each day of the week; the parts of a day stand in their order and do not meet. */
public record Week(Map<DayOfWeek, List<Span>> spans) {
    /** Of a day. */
    public static final int MOST_SPANS = 3;

    static final Week WHOLE = everyDay(List.of(new Span(0, Span.DAY)));

    public Week {
        var worked = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        spans.forEach((day, parts) -> {
            if (!parts.isEmpty()) worked.put(day, List.copyOf(parts));
        });
        spans = Map.copyOf(worked);
    }

    private static Week everyDay(List<Span> parts) {
        var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) spans.put(day, parts);
        return new Week(spans);
    }

    List<Span> on(DayOfWeek day) {
        return spans.getOrDefault(day, List.of());
    }

    /** A day as it is read; empty for one without work. */
    public String line(DayOfWeek day) {
        return on(day).stream().map(Span::toString).collect(joining(", "));
    }

    /** @param lines what somebody typed for the days from Monday on */
    static Outcome<Week> read(List<String> lines) {
        var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            switch (day(lines.get(day.ordinal()))) {
                case Outcome.Done<List<Span>>(var parts) -> spans.put(day, parts);
                case Outcome.Refused<List<Span>>(var why) -> {
                    return new Outcome.Refused<>(why);
                }
            }
        }
        return Outcome.done(new Week(spans));
    }

    private static Outcome<List<Span>> day(String line) {
        var parts = new ArrayList<Span>();
        for (var typed : parts(line)) {
            var span = Span.read(typed);
            if (span.isEmpty()) return Outcome.refused("hours.span", line, typed.strip());
            parts.add(span.get());
        }
        if (parts.size() > MOST_SPANS) return Outcome.refused("hours.many_spans", line, MOST_SPANS);
        parts.sort(Comparator.comparing(Span::opens));
        for (var later = 1; later < parts.size(); later++)
            if (parts.get(later).opens() < parts.get(later - 1).closes()) return Outcome.refused("hours.overlap", line);
        return Outcome.done(parts);
    }

    private static List<String> parts(String line) {
        return Arrays.stream(line.split("[,;]", -1))
                .filter(Predicate.not(String::isBlank))
                .toList();
    }
}
