package sportello.postmaster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.mail.OurCompany;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.ticket.TicketNumber;

/**
 * Administrators keep what the house answers by itself. A queue without an answer of its own has the house's; its own can
 * be one that is not sent.
 */
@Component
public class KeepingAnswers {
    /** The version of what is not there. */
    public static final int NONE = -1;

    private final KeptAnswerSql sql;
    private final OurCompany company;
    private final Queues queues;
    private final Book book;

    KeepingAnswers(KeptAnswerSql sql, OurCompany company, Queues queues, Book book) {
        this.sql = sql;
        this.company = company;
        this.queues = queues;
        this.book = book;
    }

    /** An answer as the book tells of it. */
    private record Written(boolean sent, String subject, String body, String englishSubject, String englishBody) {

        static Written of(AnswerDetails details) {
            var italian = details.italian();
            var english = details.english();
            return new Written(details.sent(), italian.subject(), italian.body(), english.subject(), english.body());
        }
    }

    /** All that there are, the house's first of each kind. */
    public List<KeptAnswer> all() {
        return sql.all();
    }

    /** The queue's own, or with no queue the house's. */
    public Optional<KeptAnswer> find(AnswerKind kind, @Nullable QueueId queue) {
        return sql.find(kind, queue);
    }

    /**
     * From now on this is answered.
     *
     * @param queue null for the house's
     * @param seen the version that was corrected, {@link #NONE} if there was none
     */
    @Transactional
    public Outcome<AnswerKind> write(
            AnswerKind kind, @Nullable QueueId queue, int seen, AnswerDetails typed, Authority by) {
        return alone(kind, queue, seen, by)
                .then(before -> typed.checked().then(details -> {
                    sql.save(new KeptAnswer(kind, queue, details, seen + 1));
                    note(kind, queue, before, Written.of(details));
                    return Outcome.done(kind);
                }));
    }

    /** The queue has the house's again. */
    @Transactional
    public Outcome<AnswerKind> drop(AnswerKind kind, QueueId queue, int seen, Authority by) {
        return alone(kind, queue, seen, by).then(before -> {
            sql.delete(kind, queue);
            note(kind, queue, before, null);
            return Outcome.done(kind);
        });
    }

    /** How it reads about a ticket of the queue. */
    public AnswerText tried(AnswerDetails details, Language language, TicketNumber ticket, String queue) {
        return AnswerPlaces.fill(details.in(language), ticket, queue, company.get());
    }

    /** What is there, if it is what was seen and nobody else can change it now. */
    private Outcome<Optional<KeptAnswer>> alone(AnswerKind kind, @Nullable QueueId queue, int seen, Authority by) {
        if (!by.administrator()) return Outcome.refused("answers.administer");
        sql.keepAlone();
        var before = sql.find(kind, queue);
        return before.map(KeptAnswer::version).orElse(NONE) == seen
                ? Outcome.done(before)
                : Outcome.refused("answers.changed");
    }

    private void note(AnswerKind kind, @Nullable QueueId queue, Optional<KeptAnswer> before, @Nullable Written now) {
        var thing = kind.key() + (queue == null ? "" : " " + queue.value());
        var name = kind.key()
                + (queue == null
                        ? ""
                        : ", " + queues.find(queue).map(Queue::name).orElse(""));
        var was = before.map(KeptAnswer::details).map(Written::of).orElse(null);
        book.write(Topic.ANSWERS, thing, name, was, now);
    }
}
