package sportello.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import sportello.base.Html;

/**
 * Fills in templates: {@code {{ticket.number}}} stands for a value. Values are looked at once: braces in them stay braces,
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

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{[ \\t]{0,9}([A-Za-z][A-Za-z0-9_.-]{0,59})[ \\t]{0,9}}}");

    private Placeholders() {}

    /** A text with its places filled, and the names for which there was no value. */
    public record Filled<T>(T content, List<String> unknown) {

        public Filled {
            unknown = List.copyOf(unknown);
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

    /** The names that a template asks for, in their order. */
    public static SequencedSet<String> in(String template) {
        var names = new LinkedHashSet<String>();
        PLACE.matcher(template).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    private static Filled<String> fill(String template, Map<String, String> values, UnaryOperator<String> writing) {
        var unknown = new LinkedHashSet<String>();
        var text = new StringBuilder();
        var places = PLACE.matcher(template);
        var done = 0;
        while (places.find()) {
            var name = places.group(1);
            var value = values.get(name);
            text.append(template, done, places.start());
            if (value != null) text.append(writing.apply(value));
            else if (!isOfFields(name)) {
                unknown.add(name);
                text.append("«").append(name).append("?»");
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
