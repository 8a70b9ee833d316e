package sportello.postmaster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
import sportello.mail.OurCompany;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.mime.ReadMail;
import sportello.queue.QueueId;
import sportello.reply.Placeholders;
import sportello.settings.Settings;
import sportello.ticket.IncomingMail;
import sportello.ticket.TicketNumber;

/**
 * Answers by itself to people whom no notification reaches, never to machines, and never twice a day to one address. No
 * word of the mail that is answered stands in the answer, so that nobody uses the house as a carrier.
 */
@Component
class AutomaticAnswers {
    private final AutomaticAnswerSql sql;
    private final Customers customers;
    private final LetterPaper paper;
    private final OurCompany company;
    private final Outbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    AutomaticAnswers(
            AutomaticAnswerSql sql,
            Customers customers,
            LetterPaper paper,
            OurCompany company,
            Outbox outbox,
            Clock clock,
            Settings settings) {
        this.sql = sql;
        this.customers = customers;
        this.paper = paper;
        this.company = company;
        this.outbox = outbox;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    /** A new ticket was opened for somebody unknown. */
    void received(ReadMail mail, IncomingMail request, TicketNumber number, QueueId queue) {
        answer("received", mail, request, number, queue);
    }

    /** A closed ticket took the mail, and stays closed. */
    void rejected(ReadMail mail, IncomingMail request, TicketNumber number, QueueId queue) {
        answer("rejected", mail, request, number, queue);
    }

    /** The ticket was closed, and another one was begun. */
    void begunAnew(ReadMail mail, IncomingMail request, TicketNumber number, QueueId queue) {
        answer("begun_anew", mail, request, number, queue);
    }

    /** Whether the house would answer as things stand now; nothing is sent, and nothing counted. */
    AutomaticAnswer foresee(Pipeline.Judgement judgement) {
        var course = judgement.course();
        return switch (judgement.verdict()) {
            case Verdict.Open open ->
                foreseen("received", course, open.route().queue().id(), open.asker() != null);
            case Verdict.OpenBeside(var closed, var open) ->
                foreseen("begun_anew", course, open.route().queue().id(), open.asker() != null);
            case Verdict.Reject(var thread, var standing) -> foreseen("rejected", course, thread.queue(), false);
            case Verdict.Join _, Verdict.Bounced _, Verdict.Attested _, Verdict.Ignore _ -> AutomaticAnswer.NONE;
        };
    }

    private AutomaticAnswer foreseen(String kind, Course course, QueueId queue, boolean notified) {
        if (notified) return AutomaticAnswer.NOTIFIED;
        if (course.wishes().silent()) return AutomaticAnswer.SILENCED;
        var to = course.sender();
        var hindrance = hindrance(course.mail(), to);
        if (hindrance != null) return hindrance;
        if (to == null || sql.text(kind, queue, language(to)).isEmpty()) return AutomaticAnswer.SWITCHED_OFF;
        return sql.wasAnswered(to.address(), today()) ? AutomaticAnswer.ANSWERED_TODAY : AutomaticAnswer.GOES;
    }

    /** What of the mail itself stands in the way of an answer, null if nothing does. */
    private static @Nullable AutomaticAnswer hindrance(ReadMail mail, @Nullable Recipient to) {
        if (to == null) return AutomaticAnswer.NO_ADDRESS;
        if (!mail.automatic().isEmpty()) return AutomaticAnswer.MACHINE;
        return mail.pec() == null ? null : AutomaticAnswer.CERTIFIED;
    }

    private void answer(String kind, ReadMail mail, IncomingMail request, TicketNumber number, QueueId queue) {
        var to = request.sender();
        if (to == null || hindrance(mail, to) != null) return;
        var language = language(to);
        var text = sql.text(kind, queue, language).orElse(null);
        if (text == null || !sql.isFirstToday(to.address(), today())) return;
        post(to, language, text, number);
    }

    private Language language(Recipient to) {
        return customers.byAddress(to.address()).map(CustomerUser::language).orElse(Language.ITALIAN);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private void post(Recipient to, Language language, AutomaticAnswerSql.Text text, TicketNumber number) {
        var values = Map.of(
                "ticket.number", number.value(), "company.name", company.get().name());
        var body = Placeholders.inText(text.body(), values).content();
        var subject = Placeholders.inText(text.subject(), values).content();
        outbox.post(
                new Letter(to, subject, paper.wrap(Html.ofText(body), language), null, List.of(), true),
                outbox.freshId());
    }
}
