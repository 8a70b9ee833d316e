package sportello.postmaster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.base.Language;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.MessageId;
import sportello.mail.OurCompany;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.reply.Placeholders;
import sportello.settings.Settings;
import sportello.ticket.AutoAnswering;
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
    private final Queues queues;
    private final LetterPaper paper;
    private final OurCompany company;
    private final Outbox outbox;
    private final AutoAnswering history;
    private final OurAddresses ours;
    private final Clock clock;
    private final ZoneId zone;

    AutomaticAnswers(
            AutomaticAnswerSql sql,
            Customers customers,
            Queues queues,
            LetterPaper paper,
            OurCompany company,
            Outbox outbox,
            AutoAnswering history,
            OurAddresses ours,
            Clock clock,
            Settings settings) {
        this.sql = sql;
        this.customers = customers;
        this.queues = queues;
        this.paper = paper;
        this.company = company;
        this.outbox = outbox;
        this.history = history;
        this.ours = ours;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    /** What calls for an answer, in which queue's words. */
    private record Due(String kind, QueueId queue) {}

    /** Answers the mail, if it wants and may have an answer. */
    void answer(Pipeline.Judgement judgement, TicketId ticket, TicketNumber number) {
        var to = judgement.course().sender();
        var due = due(judgement.verdict());
        if (to == null || due == null || foresee(judgement) != AutomaticAnswer.GOES) return;
        if (!sql.isFirstToday(to.address(), today())) return;
        sql.text(due.kind(), due.queue(), language(to)).ifPresent(text -> {
            var letter = letter(to, text, judgement.course(), ticket, number);
            post(letter.sentBy(queues.sender(due.queue()).orElse(null)), ticket);
            history.answered(ticket, to);
        });
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
        if (course.mail().pec() != null) return AutomaticAnswer.CERTIFIED;
        if (ours.isOurs(to.address())) return AutomaticAnswer.OURS;
        if (sql.text(due.kind(), due.queue(), language(to)).isEmpty()) return AutomaticAnswer.SWITCHED_OFF;
        return sql.wasAnswered(to.address(), today()) ? AutomaticAnswer.ANSWERED_TODAY : AutomaticAnswer.GOES;
    }

    private static @Nullable Due due(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open open -> new Due("received", open.route().queue().id());
            case Verdict.OpenBeside(var closed, var open) ->
                new Due("begun_anew", open.route().queue().id());
            case Verdict.Reject(var thread, var standing) -> new Due("rejected", thread.queue());
            case Verdict.Join _, Verdict.Bounced _, Verdict.Attested _, Verdict.Ignore _ -> null;
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

    /** It hangs on the mail that it answers and on the ticket, so that an answer to it finds back. */
    private Letter letter(
            Recipient to, AutomaticAnswerSql.Text text, Course course, TicketId ticket, TicketNumber number) {
        var values = Map.of(
                "ticket.number", number.value(), "company.name", company.get().name());
        var body = Placeholders.inText(text.body(), values).content();
        var subject = Placeholders.inText(text.subject(), values).content();
        return Letter.autoReply(
                to,
                subject,
                paper.wrap(Html.ofText(body), language(to)),
                MessageId.of(course.mail().messageId()).orElse(null),
                thread(course, ticket));
    }

    private List<MessageId> thread(Course course, TicketId ticket) {
        var thread = new ArrayList<MessageId>();
        thread.add(outbox.thread(ticket.thread()));
        for (var name : course.mail().references()) MessageId.of(name).ifPresent(thread::add);
        MessageId.of(course.mail().messageId()).ifPresent(thread::add);
        return thread;
    }

    private void post(Letter letter, TicketId ticket) {
        outbox.post(letter, outbox.freshId(ticket.thread()));
    }
}
