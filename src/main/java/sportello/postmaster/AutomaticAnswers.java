package sportello.postmaster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.mail.MessageId;
import sportello.mail.Recipient;
import sportello.postmaster.AnswerLetters.Answered;
import sportello.postmaster.AnswerLetters.Words;
import sportello.queue.QueueId;
import sportello.settings.Settings;
import sportello.ticket.ReservedQueues;
import sportello.ticket.Standing;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/**
 * Answers by itself to people whom no notification reaches, never to machines, and never twice a day to one address. No
 * word of the mail that is answered stands in the answer, so that nobody uses the house as a carrier.
 */
@Component
class AutomaticAnswers {
    private final AutomaticAnswerSql sql;
    private final Customers customers;
    private final ReservedQueues reserved;
    private final AnswerLetters letters;
    private final Setups setups;
    private final Clock clock;
    private final ZoneId zone;

    AutomaticAnswers(
            AutomaticAnswerSql sql,
            Customers customers,
            ReservedQueues reserved,
            AnswerLetters letters,
            Setups setups,
            Clock clock,
            Settings settings) {
        this.sql = sql;
        this.customers = customers;
        this.reserved = reserved;
        this.letters = letters;
        this.setups = setups;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    /** What calls for an answer, in which queue's words. */
    private record Due(AnswerKind kind, QueueId queue) {}

    /** @param words null where there is no answer */
    private record Prospect(
            AutomaticAnswer answer, @Nullable Words words) {
        static Prospect no(AutomaticAnswer why) {
            return new Prospect(why, null);
        }
    }

    /**
     * Answers the mail, if it wants and may have an answer; says whether it does.
     *
     * @param fresh the number of the ticket that the mail has opened, null if it has opened none
     */
    AutomaticAnswer answer(Pipeline.Judgement judgement, TicketId ticket, @Nullable TicketNumber fresh) {
        var prospect = prospect(judgement);
        var words = prospect.words();
        if (words == null) return prospect.answer();
        if (!sql.isFirstToday(words.to().address(), today())) return AutomaticAnswer.ANSWERED_TODAY;
        var number = fresh == null
                ? Objects.requireNonNull(judgement.course().thread()).number()
                : fresh;
        letters.post(
                words,
                mail(judgement.course(), ticket, number),
                judgement.course().setup());
        return AutomaticAnswer.GOES;
    }

    /** Tells somebody whom the house does not know that the ticket which a mail has opened is closed. */
    void tellOfTheEnd(AutomaticAnswerSql.Stranger stranger) {
        var setup = setups.now();
        var to = stranger.address();
        if (setup.isOurs(to.address())) return;
        words(new Due(AnswerKind.CLOSED, stranger.queue()), to, language(to, setup), setup)
                .ifPresent(words -> {
                    if (!sql.isFirstToday(to.address(), today())) return;
                    var mail = new Answered(stranger.ticket(), stranger.number(), stranger.mail(), List.of());
                    letters.post(words, mail, setup);
                });
    }

    /** Whether the house would answer as things stand now; nothing is sent, and nothing counted. */
    AutomaticAnswer foresee(Pipeline.Judgement judgement) {
        var prospect = prospect(judgement);
        var words = prospect.words();
        return words != null && sql.wasAnswered(words.to().address(), today())
                ? AutomaticAnswer.ANSWERED_TODAY
                : prospect.answer();
    }

    /** But for what was answered today already. */
    private Prospect prospect(Pipeline.Judgement judgement) {
        var course = judgement.course();
        var due = due(judgement.verdict());
        if (due == null) return Prospect.no(AutomaticAnswer.NONE);
        if (Proofs.isCertified(course.mail())) return Prospect.no(AutomaticAnswer.CERTIFIED);
        if (isNotified(judgement)) return Prospect.no(AutomaticAnswer.NOTIFIED);
        if (course.wishes().silent()) return Prospect.no(AutomaticAnswer.SILENCED);
        var to = course.sender();
        if (to == null) return Prospect.no(AutomaticAnswer.NO_ADDRESS);
        if (!course.mail().automatic().isEmpty()) return Prospect.no(AutomaticAnswer.MACHINE);
        if (course.setup().isOurs(to.address())) return Prospect.no(AutomaticAnswer.OURS);
        return words(due, to, language(course, judgement.verdict(), to), course.setup())
                .map(words -> new Prospect(AutomaticAnswer.GOES, words))
                .orElseGet(() -> Prospect.no(AutomaticAnswer.SWITCHED_OFF));
    }

    /** Who opens a ticket and is answered is mostly nobody whom the house knows: the others are notified. */
    private Language language(Course course, Verdict verdict, Recipient to) {
        var asker = course.asker();
        if (asker != null) return asker.language();
        return Delivering.needsNumber(verdict) ? course.setup().language() : language(to, course.setup());
    }

    private Language language(Recipient to, Setup setup) {
        return customers.byAddress(to.address()).map(CustomerUser::language).orElseGet(setup::language);
    }

    private static Optional<Words> words(Due due, Recipient to, Language language, Setup setup) {
        return setup.answer(due.kind(), due.queue(), language).map(text -> new Words(due.queue(), text, to, language));
    }

    private static @Nullable Due due(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open open ->
                new Due(AnswerKind.RECEIVED, open.route().queue().id());
            case Verdict.OpenBeside(var closed, var open) ->
                new Due(AnswerKind.BEGUN_ANEW, open.route().queue().id());
            case Verdict.Reject(var thread, var standing) -> new Due(AnswerKind.REJECTED, thread.queue());
            case Verdict.Join(var thread, var standing) ->
                standing instanceof Standing.Stranger ? null : new Due(AnswerKind.FOLLOWED_UP, thread.queue());
            case Verdict.Bounced _, Verdict.Attested _, Verdict.Ignore _ -> null;
        };
    }

    /**
     * Whoever the house knows is told of a new ticket by the rules for notifications, unless it is hidden from the person,
     * or nobody knows whether that person wrote.
     */
    private boolean isNotified(Pipeline.Judgement judgement) {
        return !judgement.course().isDoubted() && isSeen(judgement.verdict());
    }

    private boolean isSeen(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open open -> isSeen(open);
            case Verdict.OpenBeside(var closed, var open) -> isSeen(open);
            case Verdict.Reject _, Verdict.Join _, Verdict.Bounced _, Verdict.Attested _, Verdict.Ignore _ -> false;
        };
    }

    private boolean isSeen(Verdict.Open open) {
        var asker = open.asker();
        return asker != null
                && reserved.hidden(Set.of(open.route().queue().id()), asker.id(), asker.customer())
                        .isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Answered mail(Course course, TicketId ticket, TicketNumber number) {
        var references = course.mail().references().stream()
                .flatMap(name -> MessageId.of(name).stream())
                .toList();
        return new Answered(
                ticket, number, MessageId.of(course.mail().messageId()).orElse(null), references);
    }
}
