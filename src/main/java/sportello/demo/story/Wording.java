package sportello.demo.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import sportello.base.Language;

/**
 * Fills the gaps of a scenario's texts for one ticket. Within a ticket the same gap is always filled alike: <pre>
 * {place} {in place} {Di scuola}   the building with its article, after a preposition, at the start of a sentence
 * {street} {street 2} {civic}      streets of the town, a house number
 * {town} {phone} {office} {o}      what town and clerk have; {o} agrees with the clerk: cert{o}
 * {n:lamps 3-9}                    a number, remembered as lamps
 * {date 5} {gg 5} {month -1}       five working days later: giovedì 12 marzo, 12/03/2026; last month
 * {date:end 5}                     the same, remembered as end
 * [one|or the other]               one of them
 * </pre>
 */
final class Wording {
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*\\|[^\\[\\]]*)]");
    private static final Pattern GAP = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    private final Town town;
    private final Clerk clerk;
    private final Language language;
    private final RandomGenerator random;
    private final Map<String, String> filled;
    private final List<String> streets;

    private Wording(
            Town town,
            Clerk clerk,
            Language language,
            RandomGenerator random,
            Map<String, String> filled,
            List<String> streets) {
        this.town = town;
        this.clerk = clerk;
        this.language = language;
        this.random = random;
        this.filled = filled;
        this.streets = streets;
    }

    static Wording of(Scenario scenario, Town town, Clerk clerk, RandomGenerator random) {
        var streets = new ArrayList<>(town.streets());
        java.util.Collections.shuffle(streets, java.util.Random.from(random));
        var wording = new Wording(town, clerk, scenario.language(), random, new HashMap<>(), streets);
        var places = scenario.places();
        if (!places.isEmpty()) wording.filled.put("the place", places.get(random.nextInt(places.size())));
        return wording;
    }

    /** The same matter in the words of a colleague. */
    Wording of(Clerk colleague) {
        return new Wording(town, colleague, language, random, filled, streets);
    }

    Clerk clerk() {
        return clerk;
    }

    Language language() {
        return language;
    }

    /** @param today the day on which it is written */
    String fill(String text, LocalDate today) {
        var chosen = CHOICE.matcher(text).replaceAll(choice -> quoted(choose(choice)));
        return GAP.matcher(chosen).replaceAll(gap -> quoted(gap(gap.group(1), today)));
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private String choose(MatchResult choice) {
        return once(choice.group(), () -> {
            var choices = choice.group(1).split("\\|", -1);
            return choices[random.nextInt(choices.length)];
        });
    }

    private String gap(String gap, LocalDate today) {
        if (Character.isUpperCase(gap.charAt(0))) {
            var text = gap(Character.toLowerCase(gap.charAt(0)) + gap.substring(1), today);
            return Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }
        var words = gap.split(" ", 2);
        var rest = words.length == 1 ? "" : words[1];
        if (Articled.isPreposition(words[0])) return Articled.after(words[0], place(rest));
        if (words[0].startsWith("n:")) return once(words[0], () -> number(rest));
        if (words[0].startsWith("date:")) return once(words[0], () -> date("date", rest, today));
        return switch (words[0]) {
            case "date", "gg", "month" -> once(gap, () -> date(words[0], rest, today));
            case "street" -> streets.get(rest.isEmpty() ? 0 : Integer.parseInt(rest) - 1);
            case "civic" -> once(gap, () -> String.valueOf(random.nextInt(1, 70)));
            case "town" -> town.shortName();
            case "o" -> clerk.isWoman() ? "a" : "o";
            case "name" -> clerk.name();
            case "first" -> clerk.firstName();
            case "last" -> clerk.lastName();
            case "phone", "office" -> clerk.entry().get(words[0]);
            default -> place(gap);
        };
    }

    private String place(String kind) {
        return town.place(kind.equals("place") ? filled.getOrDefault("the place", "place") : kind);
    }

    private String number(String range) {
        var ends = RANGE.matcher(range);
        if (!ends.matches()) throw new IllegalArgumentException("not a range: " + range);
        return String.valueOf(random.nextInt(Integer.parseInt(ends.group(1)), Integer.parseInt(ends.group(2)) + 1));
    }

    private String date(String form, String count, LocalDate today) {
        var steps = Integer.parseInt(count);
        return switch (form) {
            case "month" -> format("MMMM yyyy", today.plusMonths(steps));
            case "gg" -> format("dd/MM/yyyy", WorkingTime.shift(today, steps));
            default -> format("EEEE d MMMM", WorkingTime.shift(today, steps));
        };
    }

    private String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }

    private String once(String key, Supplier<String> value) {
        var known = filled.get(key);
        if (known != null) return known;
        var fresh = value.get();
        filled.put(key, fresh);
        return fresh;
    }
}
