package sportello.reply;

import static java.util.function.Predicate.not;

import java.util.Set;
import java.util.SortedSet;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.queue.QueueId;

/**
 * What administrators say of a template.
 *
 * @param kinds the forms in which it is offered
 * @param queues those whose tickets it fits
 * @param valid whether it is offered at all
 */
public record TemplateDetails(String name, String body, Set<TemplateKind> kinds, Set<QueueId> queues, boolean valid) {
    /** Of a name, in characters. */
    public static final int LONGEST_NAME = 100;

    /** Of a text, in characters. */
    public static final int LONGEST_BODY = 20_000;

    public TemplateDetails {
        kinds = Set.copyOf(kinds);
        queues = Set.copyOf(queues);
    }

    /**
     * The same as it will be kept; refuses names that stand for nothing.
     *
     * @param places what can stand in it
     */
    Outcome<TemplateDetails> checked(SortedSet<String> places) {
        var line = CleanText.line(name);
        var text = CleanText.lines(body);
        if (CleanText.isBlank(line)) return Outcome.refused("templates.name");
        if (line.length() > LONGEST_NAME) return Outcome.refused("templates.long", LONGEST_NAME, line.length());
        if (CleanText.isBlank(text)) return Outcome.refused("templates.body");
        if (text.length() > LONGEST_BODY) return Outcome.refused("templates.long", LONGEST_BODY, text.length());
        if (kinds.isEmpty()) return Outcome.refused("templates.kinds");
        var wrong = Placeholders.wrongLines(text);
        if (!wrong.isEmpty())
            return Outcome.refused("templates.lines", String.join(", ", wrong), Placeholders.MOST_LINES);
        var unknown =
                Placeholders.in(text).stream().filter(not(places::contains)).toList();
        return unknown.isEmpty()
                ? Outcome.done(new TemplateDetails(line, text, kinds, queues, valid))
                : Outcome.refused("templates.unknown", String.join(", ", unknown), String.join(", ", places));
    }
}
