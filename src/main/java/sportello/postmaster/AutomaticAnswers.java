package sportello.postmaster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.mail.MessageId;
import sportello.mail.Recipient;
import sportello.mime.ReadMail;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.settings.Settings;
import sportello.ticket.Standing;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/**
 * Answers by itself to people whom no notification reaches, never to machines, and never twice a day to one address. No
 * word of the mail that is answered stands in the answer, so that nobody uses the house as a carrier.
 */
@Component
class AutomaticAnswers {
    private static final List<String> CERTIFIED = List.of("X-Trasporto", "X-Ricevuta");

    private final AutomaticAnswerSql sql;
    private final Customers customers;
    private final Queues queues;
    private final AnswerLetters letters;
    private final OurAddresses ours;
    private final Clock clock;
    private final ZoneId zone;

    AutomaticAnswers(
            AutomaticAnswerSql sql,
            Customers customers,
            Queues queues,
            AnswerLetters letters,
            OurAddresses ours,
            Clock clock,
            Settings settings) {
        this.sql = sql;
        this.customers = customers;
        this.queues = queues;
        this.letters = letters;
        this.ours = ours;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    /** What calls for an answer, in which queue's words. */
    private record Due(AnswerKind kind, QueueId queue) {}

    /**
     * Answers the mail, if it wants and may have an answer; says whether it does.
     *
     * @param fresh the number of the ticket that the mail has opened, null if it has opened none
     */
    AutomaticAnswer answer(Pipeline.Judgement judgement, TicketId ticket, @Nullable TicketNumber fresh) {
        var found = foresee(judgement);
        if (found != AutomaticAnswer.GOES) return found;
        var to = Objects.requireNonNull(judgement.course().sender());
        var due = Objects.requireNonNull(due(judgement.verdict()));
        if (!sql.isFirstToday(to.address(), today())) return AutomaticAnswer.ANSWERED_TODAY;
        var number = fresh == null
                ? Objects.requireNonNull(judgement.course().thread()).number()
                : fresh;
        post(due, to, mail(judgement.course()), ticket, number);
        return found;
    }

    /** Tells somebody whom the house does not know that the ticket which a mail has opened is closed. */
    void tellOfTheEnd(AutomaticAnswerSql.Stranger stranger) {
        var due = new Due(AnswerKind.CLOSED, stranger.queue());
        var to = stranger.address();
        if (ours.isOurs(to.address())
                || sql.text(due.kind(), due.queue(), language(to)).isEmpty()) return;
        if (!sql.isFirstToday(to.address(), today())) return;
        var mail = new AnswerLetters.Answered(stranger.mail(), List.of());
        post(due, to, mail, stranger.ticket(), stranger.number());
    }

    /** Whether the house would answer as things stand now; nothing is sent, and nothing counted. */
    AutomaticAnswer foresee(Pipeline.Judgement judgement) {
        var course = judgement.course();
        var due = due(judgement.verdict());
        if (due == null) return AutomaticAnswer.NONE;
        if (isNotified(judgement.verdict())) return AutomaticAnswer.NOTIFIED;
        if (course.wishes().silent()) return AutomaticAnswer.SILENCED;
        var to = course.sender();
        if (to == null) return AutomaticAnswer.NO_ADDRESS;
        if (!course.mail().automatic().isEmpty()) return AutomaticAnswer.MACHINE;
        if (isCertified(course.mail())) return AutomaticAnswer.CERTIFIED;
        if (ours.isOurs(to.address())) return AutomaticAnswer.OURS;
        if (sql.text(due.kind(), due.queue(), language(to)).isEmpty()) return AutomaticAnswer.SWITCHED_OFF;
        return sql.wasAnswered(to.address(), today()) ? AutomaticAnswer.ANSWERED_TODAY : AutomaticAnswer.GOES;
    }

    /** Also what only says so: to keep silent does no harm. */
    private static boolean isCertified(ReadMail mail) {
        return mail.pec() != null
                || CERTIFIED.stream()
                        .anyMatch(field -> !mail.headers().all(field).isEmpty());
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

    /** Whoever the house knows is told of a new ticket by the rules for notifications. */
    private static boolean isNotified(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open open -> open.asker() != null;
            case Verdict.OpenBeside(var closed, var open) -> open.asker() != null;
            case Verdict.Reject _, Verdict.Join _, Verdict.Bounced _, Verdict.Attested _, Verdict.Ignore _ -> false;
        };
    }

    private Language language(Recipient to) {
        return customers.byAddress(to.address()).map(CustomerUser::language).orElse(Language.ITALIAN);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private void post(Due due, Recipient to, AnswerLetters.Answered mail, TicketId ticket, TicketNumber number) {
        var language = language(to);
        sql.text(due.kind(), due.queue(), language)
                .ifPresent(text -> letters.post(text, to, language, mail, ticket, number, queues.get(due.queue())));
    }

    private static AnswerLetters.Answered mail(Course course) {
        var references = course.mail().references().stream()
                .flatMap(name -> MessageId.of(name).stream())
                .toList();
        return new AnswerLetters.Answered(
                MessageId.of(course.mail().messageId()).orElse(null), references);
    }
}
