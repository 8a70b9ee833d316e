package sportello.reply;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;

/**
 * Administrators keep how letters to others begin and end. A queue without a phrase of its own has the house's; there it
 * can be empty as well.
 */
@Component
public class KeepingPhrases {
    /** In characters. */
    public static final int LONGEST = 2000;

    private final PhraseSql sql;
    private final Queues queues;
    private final Book book;

    KeepingPhrases(PhraseSql sql, Queues queues, Book book) {
        this.sql = sql;
        this.queues = queues;
        this.book = book;
    }

    /** A phrase as the book tells of it. */
    private record Written(String body) {}

    /** All that there are. */
    public List<KeptPhrase> all() {
        return sql.all();
    }

    /** The own one; empty if there is none. */
    public String body(Phrase phrase, @Nullable QueueId queue) {
        return sql.body(phrase, queue).orElse("");
    }

    /**
     * An empty one is none: the queue has the house's again.
     *
     * @param queue null for the house's
     * @param seen what stood there when the administrator looked
     */
    @Transactional
    public Outcome<Phrase> write(Phrase phrase, @Nullable QueueId queue, String seen, String typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("phrases.administer");
        sql.keepAlone();
        var before = body(phrase, queue);
        if (!CleanText.lines(before).equals(CleanText.lines(seen))) return Outcome.refused("phrases.changed");
        return checked(typed).then(body -> {
            if (body.isEmpty()) sql.delete(phrase, queue);
            else sql.save(phrase, queue, body);
            var thing = phrase.key() + (queue == null ? "" : " " + queue.value());
            var was = before.isEmpty() ? null : new Written(before);
            book.write(topic(phrase), thing, nameOf(queue), was, body.isEmpty() ? null : new Written(body));
            return Outcome.done(phrase);
        });
    }

    private static Outcome<String> checked(String typed) {
        var body = CleanText.lines(typed);
        if (CleanText.isBlank(body)) return Outcome.done("");
        if (body.length() > LONGEST) return Outcome.refused("templates.long", LONGEST, body.length());
        var unknown = Placeholders.in(body).stream()
                .filter(not(Placeholders.OF_TICKETS::contains))
                .toList();
        return unknown.isEmpty()
                ? Outcome.done(body)
                : Outcome.refused(
                        "templates.unknown",
                        String.join(", ", unknown),
                        String.join(", ", new TreeSet<>(Placeholders.OF_TICKETS)));
    }

    private static Topic topic(Phrase phrase) {
        return switch (phrase) {
            case SALUTATION -> Topic.SALUTATIONS;
            case SIGNATURE -> Topic.SIGNATURES;
        };
    }

    private String nameOf(@Nullable QueueId queue) {
        return queue == null ? "" : queues.find(queue).map(Queue::name).orElse("");
    }
}
