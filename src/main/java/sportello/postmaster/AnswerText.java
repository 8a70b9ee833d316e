package sportello.postmaster;

import static java.util.function.Predicate.not;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.reply.Placeholders;

/** What is answered in one language, with places to be filled. */
public record AnswerText(String subject, String body) {
    /** Of a subject, in characters. */
    public static final int LONGEST_SUBJECT = 200;

    /** Of a text, in characters. */
    public static final int LONGEST_BODY = 5000;

    private static final String QUEUE = "queue.name";

    /** What can stand in it: nothing that a stranger wrote. */
    public static final Set<String> PLACES = Set.of("ticket.number", QUEUE, "company.name");

    boolean namesTheQueue() {
        return subject.contains(QUEUE) || body.contains(QUEUE);
    }

    /** As it will be kept. */
    Outcome<AnswerText> checked() {
        var line = CleanText.line(subject);
        var text = CleanText.lines(body);
        if (CleanText.isBlank(line)) return Outcome.refused("answers.subject");
        if (line.length() > LONGEST_SUBJECT) return Outcome.refused("templates.long", LONGEST_SUBJECT, line.length());
        if (CleanText.isBlank(text)) return Outcome.refused("answers.body");
        if (text.length() > LONGEST_BODY) return Outcome.refused("templates.long", LONGEST_BODY, text.length());
        var unknown = Stream.of(line, text)
                .flatMap(part -> Placeholders.in(part).stream())
                .filter(not(PLACES::contains))
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? Outcome.done(new AnswerText(line, text))
                : Outcome.refused(
                        "templates.unknown", String.join(", ", unknown), String.join(", ", new TreeSet<>(PLACES)));
    }
}
