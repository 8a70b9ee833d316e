package sportello.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads dates as mail programs write them; of one that makes no sense there is none. */
final class MailDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> ITALIAN =
            List.of("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("cet", 60),
            Map.entry("cest", 120),
            Map.entry("met", 60),
            Map.entry("mest", 120),
            Map.entry("eet", 120),
            Map.entry("bst", 60),
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420));

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int[] time = {};
    private int zone;

    private MailDates() {}

    static @Nullable Instant read(String raw) {
        var date = new MailDates();
        for (var word : CleanMail.line(raw, 100).toLowerCase(Locale.ROOT).split("[\\s,()]+")) date.take(word);
        return date.instant();
    }

    private void take(String word) {
        if (word.isEmpty()) return;
        if (word.indexOf('-') > 0 && word.indexOf(':') < 0) {
            for (var piece : word.split("-")) take(piece);
            return;
        }
        var beginning = word.length() > 3 ? word.substring(0, 3) : word;
        if (word.indexOf(':') > 0 && time.length == 0) time = numbers(word);
        else if ((word.startsWith("+") || word.startsWith("-")) && word.length() == 5) zone = offset(word);
        else if (Character.isDigit(word.charAt(0))) number(word);
        else if (month < 0 && MONTHS.contains(beginning)) month = MONTHS.indexOf(beginning) + 1;
        else if (month < 0 && ITALIAN.contains(beginning)) month = ITALIAN.indexOf(beginning) + 1;
        else if (ZONES.containsKey(word) && zone == 0) zone = ZONES.getOrDefault(word, 0);
    }

    private void number(String word) {
        var value = number(word, 0, word.length());
        if (day < 0 && value <= 31) day = value;
        else if (year < 0) year = value < 50 ? 2000 + value : value < 1000 ? 1900 + value : value;
    }

    private static int[] numbers(String word) {
        var parts = word.split("[:.]");
        var numbers = new int[Math.min(3, parts.length)];
        for (var i = 0; i < numbers.length; i++) numbers[i] = number(parts[i], 0, parts[i].length());
        return numbers;
    }

    private static int offset(String word) {
        var minutes = 60 * number(word, 1, 3) + number(word, 3, 5);
        return minutes > 18 * 60 ? 0 : word.charAt(0) == '-' ? -minutes : minutes;
    }

    private static int number(String text, int from, int to) {
        var value = 0;
        for (var i = from; i < to; i++) {
            var digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) return value;
            value = Math.min(100_000, 10 * value + digit);
        }
        return value;
    }

    private @Nullable Instant instant() {
        if (day < 0 || month < 0 || year < 1970 || year > 9000 || time.length < 2) return null;
        try {
            var second = time.length > 2 ? Math.min(59, time[2]) : 0;
            return LocalDateTime.of(year, month, day, time[0], time[1], second)
                    .toInstant(ZoneOffset.ofTotalSeconds(60 * zone));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
