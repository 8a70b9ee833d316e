package sportello.notification;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.reply.Placeholders;

/** A letter in one language: its template, or what became of it. */
public record Wording(String subject, String body) {
    private static final Pattern GAP = Pattern.compile("\\n{3,}");

    /** Fills in the values. A line that speaks only of what there is not, such as the owner of a free ticket, is left out. */
    Wording filled(Map<String, String> values) {
        return new Wording(
                Placeholders.inText(subject, values).content(),
                Placeholders.inText(meaningfulLines(values), values).content());
    }

    private String meaningfulLines(Map<String, String> values) {
        var lines = body.lines().filter(line -> !isAboutNothing(line, values)).collect(Collectors.joining("\n"));
        return GAP.matcher(lines).replaceAll("\n\n");
    }

    private static boolean isAboutNothing(String line, Map<String, String> values) {
        var names = Placeholders.in(line);
        return !names.isEmpty() && names.stream().allMatch(name -> isNothing(name, values.get(name)));
    }

    /** A field that says nothing has no value. */
    private static boolean isNothing(String name, @Nullable String value) {
        return value == null ? Placeholders.isOfFields(name) : value.isEmpty();
    }

    /** Whether it speaks of fields of the house's own. */
    boolean asksForFields() {
        return mentions(Placeholders.OF_FIELDS)
                && Placeholders.in(subject + body).stream().anyMatch(Placeholders::isOfFields);
    }

    /** Whether it tells what the customer wrote last. */
    boolean asksForCustomer() {
        return mentions(Placeholders.OF_CUSTOMER_ARTICLE)
                && Placeholders.in(subject + body).stream().anyMatch(Placeholders.OF_CUSTOMER_ARTICLES::contains);
    }

    /** Asked of every rule whenever something happens: most texts can be told by the mere words. */
    private boolean mentions(String words) {
        return subject.contains(words) || body.contains(words);
    }
}
