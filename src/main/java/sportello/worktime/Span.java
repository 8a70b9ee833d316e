package sportello.worktime;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a day, in minutes since its midnight.
 *
 * @param opens the first minute of work
 * @param closes the first minute after it
 */
public record Span(int opens, int closes) {
    /** In minutes. */
    static final int DAY = 24 * 60;

    private static final int HOUR = 60;
    private static final String TIME = "(\\d{1,2})(?:[:.](\\d{2}))?";
    private static final Pattern TYPED = Pattern.compile(TIME + "\\s*[-–—]\\s*" + TIME);

    public Span {
        if (opens < 0 || opens >= closes || closes > DAY) throw new IllegalArgumentException(opens + " to " + closes);
    }

    /** What somebody typed, such as {@code 8:00–12:30}, {@code 8-12.30}; nothing if it is none. */
    static Optional<Span> read(String typed) {
        var parts = TYPED.matcher(typed.strip());
        if (!parts.matches()) return Optional.empty();
        var opens = minutes(parts.group(1), parts.group(2));
        var closes = minutes(parts.group(3), parts.group(4));
        return opens < 0 || opens >= closes ? Optional.empty() : Optional.of(new Span(opens, closes));
    }

    /** Below 0 for what no clock shows; midnight at the end of the day is 24:00. */
    @SuppressWarnings("NullAway") // a group that did not take part
    private static int minutes(String hours, String minutes) {
        var minute = minutes == null ? 0 : Integer.parseInt(minutes);
        var all = Integer.parseInt(hours) * HOUR + minute;
        return minute >= HOUR || all > DAY ? -1 : all;
    }

    /** As it is read: {@code 08:00–12:30}. */
    @Override
    public String toString() {
        return clock(opens) + "–" + clock(closes);
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }
}
