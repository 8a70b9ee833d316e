package sportello.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import sportello.agent.Absence;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.field.Reader;
import sportello.field.Value;
import sportello.field.ValueText;

/** Everything a page says, in the reader's language and zone: sentences, dates, ages, sizes. */
public record Words(MessageSource messages, Language language, ZoneId zone, Instant now) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("dd/MM HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** The sentence of a key; a key that does not exist is a bug and throws. */
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** A refusal as a sentence. */
    public String t(Refusal refusal) {
        return t(
                refusal.key(),
                refusal.arguments().stream()
                        .map(argument -> argument instanceof Instant instant ? date(instant) : argument)
                        .toArray());
    }

    /** Whether there is a sentence for the key. */
    public boolean know(String key) {
        return messages.getMessage(key, null, null, locale()) != null;
    }

    public Locale locale() {
        return language.locale();
    }

    /** Day and time, as in {@code 11/09/2018 15:15}. */
    public String date(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** The day alone, as in {@code 11/09/2018}. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    /** A day of the calendar, as in {@code 11/09/2018}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** What a field says. */
    public String value(Value value) {
        return ValueText.shown(value, new Reader(language, zone), t("field.yes"), t("field.no"));
    }

    /** Until when somebody is away, and who stands in. */
    public String away(Absence absence) {
        var until = day(absence.last());
        var substitute = absence.substitute();
        return substitute == null ? t("absence.until", until) : t("absence.until_with", until, substitute.name());
    }

    /** The hour alone for what was today, as in {@code 15:15}. */
    public String moment(Instant instant) {
        var then = instant.atZone(zone);
        return then.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? HOUR.format(then) : MOMENT.format(then);
    }

    /** Without the year where it is this one, as in {@code 25/11 08:00}; for where there is little room. */
    public String brief(Instant instant) {
        var then = instant.atZone(zone);
        return then.getYear() == now.atZone(zone).getYear() ? BRIEF.format(then) : DAY.format(then);
    }

    /** Whether the moment has come. */
    public boolean isPast(Instant instant) {
        return !instant.isAfter(now);
    }

    /** For machines, as the {@code datetime} attribute wants it. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    /** Today in full, as in {@code lunedì 23 novembre 2026}. */
    public String today() {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale()).format(now.atZone(zone));
    }

    /** A month, as in {@code novembre 2026}. */
    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale()).format(day);
    }

    /** A day in full, as in {@code mercoledì 25 novembre}. */
    public String dayInFull(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale()).format(day);
    }

    /** The hour alone, as in {@code 15:15}. */
    public String hour(Instant instant) {
        return HOUR.format(instant.atZone(zone));
    }

    /** Whether the moment lies on the day. */
    public boolean isOn(Instant instant, LocalDate day) {
        return LocalDate.ofInstant(instant, zone).equals(day);
    }

    /** The short name of a day of the week, as in {@code mar}. */
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE", locale()).format(day);
    }

    /** A day with its name, as in {@code martedì 17/11}. */
    public String longDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d/MM", locale()).format(day);
    }

    /** How long ago in its short form: {@code 1 m}, {@code 3 h}, {@code 2 g}. */
    public String age(Instant since) {
        var age = Duration.between(since, now);
        if (age.toMinutes() < 1) return t("age.minutes", 0);
        if (age.toHours() < 1) return t("age.minutes", age.toMinutes());
        if (age.toDays() < 1) return t("age.hours", age.toHours());
        return t("age.days", age.toDays());
    }

    /** The greeting of the hour. */
    public String greeting() {
        var hour = now.atZone(zone).getHour();
        if (hour < 13) return t("greeting.morning");
        if (hour < 18) return t("greeting.afternoon");
        return t("greeting.evening");
    }

    /** A whole number with the language's thousands, as in {@code 12.345}. */
    public String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** A file's size as people read it: {@code 84 kB}, {@code 1,2 MB}. */
    public String size(long bytes) {
        if (bytes < 1_000) return t("size.bytes", bytes);
        if (bytes < 1_000_000) return t("size.kilobytes", String.format(locale(), "%d", Math.round(bytes / 1e3)));
        return bytes < 1_000_000_000
                ? t("size.megabytes", String.format(locale(), "%.1f", bytes / 1e6))
                : t("size.gigabytes", String.format(locale(), "%.1f", bytes / 1e9));
    }

    /** The first letters of a name, for its badge. */
    public String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0].codePoints().limit(1);
        var last = words.length > 1 ? words[words.length - 1].codePoints().limit(1) : "".codePoints();
        return java.util.stream.IntStream.concat(first, last)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(locale());
    }
}
