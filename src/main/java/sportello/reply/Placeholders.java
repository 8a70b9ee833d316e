package sportello.reply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Html;

/**
 * Fills in templates: {@code {{ticket.number}}} stands for a value, and {@code {{article.text[10]}}} for the first ten lines
 * of one. Values are looked at once: braces in them stay braces,
 * and in HTML their signs stay signs. A name that means nothing is shown as such and reported, and the rest is filled in
 * all the same.
 */
public final class Placeholders {

    /** What can be asked for of a ticket. */
    public static final Set<String> OF_TICKETS = Set.of(
            "ticket.number",
            "ticket.title",
            "ticket.service",
            "customer.name",
            "customer_user.name",
            "customer_user.first_name",
            "agent.name",
            "agent.first_name");

    /** What a field of the house's own says, by its key; where it says nothing there is nothing, and nothing is reported. */
    public static final String OF_FIELDS = "field.";

    /** The same of the article of which a letter tells. */
    public static final String OF_ARTICLE_FIELDS = "article.field.";

    /** What the customer wrote last, as far as the customer can read it. */
    public static final String OF_CUSTOMER_ARTICLE = "customer_article.";

    /** What can be asked for of it. */
    public static final Set<String> OF_CUSTOMER_ARTICLES =
            Set.of(OF_CUSTOMER_ARTICLE + "subject", OF_CUSTOMER_ARTICLE + "text");

    /** Of what a beginning can be asked for, in so many lines and without what is quoted in it. */
    private static final Set<String> IN_LINES = Set.of("article.text", OF_CUSTOMER_ARTICLE + "text");

    /** Of a beginning, in lines. */
    public static final int MOST_LINES = 200;

    private static final Pattern PLACE = Pattern.compile(
            "\\{\\{[ \\t]{0,9}([A-Za-z][A-Za-z0-9_.-]{0,59})(?:\\[([^\\[\\]{}\\n]{0,20})])?[ \\t]{0,9}}}");
    private static final Pattern LINES = Pattern.compile("[0-9]{1,3}");

    private Placeholders() {}

    /** A text with its places filled, and the names for which there was no value. */
    public record Filled<T>(T content, List<String> unknown) {

        public Filled {
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * What stands between the braces.
     *
     * @param lines in brackets behind the name, null where there are none
     */
    private record Place(String name, @Nullable String lines) {

        static Place of(MatchResult found) {
            return new Place(found.group(1), found.group(2));
        }

        /** Whether so many lines can be asked for of it. */
        boolean isRight() {
            return lines == null
                    || IN_LINES.contains(name)
                            && LINES.matcher(lines).matches()
                            && Integer.parseInt(lines) >= 1
                            && Integer.parseInt(lines) <= MOST_LINES;
        }

        String shown(String value) {
            return lines == null ? value : Excerpt.of(value, Integer.parseInt(lines));
        }

        /** The name alone, unless what is asked for of it makes no sense. */
        String asked() {
            return isRight() ? name : written();
        }

        String written() {
            return lines == null ? name : name + "[" + lines + "]";
        }
    }

    /** Fills in plain text. */
    public static Filled<String> inText(String template, Map<String, String> values) {
        return fill(template, values, UnaryOperator.identity());
    }

    /** Fills in HTML: values become text in it, each line of theirs a line. */
    public static Filled<Html> inHtml(String template, Map<String, String> values) {
        var filled = fill(template, values, Placeholders::asMarkup);
        return new Filled<>(Html.sanitised(filled.content()), filled.unknown());
    }

    /** The names that a template asks for, in their order; with its brackets what asks for lines that cannot be had. */
    public static SequencedSet<String> in(String template) {
        var names = new LinkedHashSet<String>();
        var places = PLACE.matcher(template);
        for (var from = 0; isNext(places, template, from); from = places.end())
            names.add(Place.of(places).asked());
        return names;
    }

    /** Looks for the braces first: whoever is told of many things fills in many letters. */
    private static boolean isNext(Matcher places, String template, int from) {
        for (var at = template.indexOf("{{", from); at >= 0; at = template.indexOf("{{", at + 1))
            if (places.region(at, template.length()).lookingAt()) return true;
        return false;
    }

    /** Those places of a template that ask for lines that cannot be had. */
    public static List<String> wrongLines(String template) {
        return PLACE.matcher(template)
                .results()
                .map(Place::of)
                .filter(place -> !place.isRight())
                .map(Place::written)
                .distinct()
                .toList();
    }

    /** The names as they are written in a template, in their order, and how lines are asked for. */
    public static List<String> written(Collection<String> names) {
        return names.stream()
                .flatMap(name -> IN_LINES.contains(name) ? Stream.of(name, name + "[10]") : Stream.of(name))
                .map(name -> "{{" + name + "}}")
                .toList();
    }

    private static Filled<String> fill(String template, Map<String, String> values, UnaryOperator<String> writing) {
        var unknown = new LinkedHashSet<String>();
        var text = new StringBuilder();
        var places = PLACE.matcher(template);
        var done = 0;
        while (isNext(places, template, done)) {
            var place = Place.of(places);
            var value = place.isRight() ? values.get(place.name()) : null;
            text.append(template, done, places.start());
            if (value != null) text.append(writing.apply(place.shown(value)));
            else if (!isOfFields(place.name())) {
                unknown.add(place.written());
                text.append("«").append(place.written()).append("?»");
            }
            done = places.end();
        }
        text.append(template, done, template.length());
        return new Filled<>(text.toString(), new ArrayList<>(unknown));
    }

    /** Whether fields of the house's own say it. */
    public static boolean isOfFields(String name) {
        return name.startsWith(OF_FIELDS) || name.startsWith(OF_ARTICLE_FIELDS);
    }

    private static String asMarkup(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br>\n");
    }
}
