package sportello.postmaster;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.customer.Customer;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.mime.MailReader;
import sportello.mime.MailSource;
import sportello.mime.ReadMail;
import sportello.mime.Reading;
import sportello.ticket.IncomingMail;
import sportello.ticket.Standing;
import sportello.ticket.StateType;
import sportello.ticket.TicketNumber;
import sportello.ticket.TicketStand;

/** Shows what would become of a mail if it came in now. Nothing of it stays: no ticket, no letter, no line in the log. */
@Component
public class TryingMail {
    private final MailReader reader;
    private final Pipeline pipeline;
    private final Setups setups;
    private final Reception reception;
    private final AutomaticAnswers answers;
    private final Rehearsal rehearsal;
    private final Customers customers;

    TryingMail(
            MailReader reader,
            Pipeline pipeline,
            Setups setups,
            Reception reception,
            AutomaticAnswers answers,
            Rehearsal rehearsal,
            Customers customers) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.setups = setups;
        this.reception = reception;
        this.answers = answers;
        this.rehearsal = rehearsal;
        this.customers = customers;
    }

    /** What defies being read or sorted does so here too. */
    public MailTrial look(MailSource raw, Origin from) {
        try {
            var setup = setups.now();
            return switch (reader.read(raw, setup.language())) {
                case Reading.Unreadable(var reason, var detail) -> new MailTrial.Unreadable(reason, detail);
                case Reading.Readable(var mail) -> sorted(mail, from, setup);
            };
        } catch (RuntimeException | VirtualMachineError fault) {
            if (!Faults.isTheMails(fault)) throw fault;
            return new MailTrial.Unreadable(Faults.reason(fault), String.valueOf(fault.getMessage()));
        }
    }

    private MailTrial sorted(ReadMail mail, Origin from, Setup setup) {
        try (mail) {
            return sorted(pipeline.judge(List.of(Course.of(mail, from, setup))).getFirst());
        }
    }

    private MailTrial sorted(Pipeline.Judgement judgement) {
        var course = judgement.course();
        var open = opened(judgement.verdict());
        var article = open == null ? reception.of(course) : reception.request(course);
        var answer = answers.foresee(judgement);
        var rehearsed = rehearsal.of(judgement);
        return new MailTrial.Sorted(
                judgement.verdict().key(),
                ticket(judgement.verdict()),
                open == null ? null : place(open, Objects.requireNonNull(rehearsed.after())),
                followUp(judgement.verdict(), rehearsed),
                rehearsed.fields(),
                course.log(),
                answer,
                rehearsed.told(),
                asRead(article));
    }

    private static MailTrial.@Nullable FollowUp followUp(Verdict verdict, Rehearsal.Rehearsed rehearsed) {
        var before = rehearsed.before();
        var after = rehearsed.after();
        if (before == null || after == null) return null;
        var effect = effect(verdict, before.state().type(), after.state().type());
        return MailTrial.FollowUp.of(effect, before, after);
    }

    private static MailTrial.Effect effect(Verdict verdict, StateType before, StateType after) {
        if (verdict instanceof Verdict.Reject) return MailTrial.Effect.REJECTED;
        if (verdict instanceof Verdict.Join join && join.standing() instanceof Standing.Stranger)
            return MailTrial.Effect.NOTE;
        if (before == StateType.CLOSED && after != before) return MailTrial.Effect.REOPENS;
        return before.isPending() && !after.isPending() ? MailTrial.Effect.WAKES : MailTrial.Effect.STAYS;
    }

    private static MailTrial.AsRead asRead(IncomingMail article) {
        var sender = article.sender();
        return new MailTrial.AsRead(
                sender == null ? article.senderName() : sender.line(),
                article.subject().value(),
                article.text().value(),
                article.files().files().stream()
                        .map(file -> new MailTrial.File(file.name(), file.size()))
                        .toList(),
                article.proof());
    }

    private static Verdict.@Nullable Open opened(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open open -> open;
            case Verdict.OpenBeside beside -> beside.open();
            case Verdict.Join _, Verdict.Reject _, Verdict.Bounced _, Verdict.Attested _, Verdict.Ignore _ -> null;
        };
    }

    /** The ticket that is there already. */
    private static @Nullable TicketNumber ticket(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open _, Verdict.Ignore _ -> null;
            case Verdict.OpenBeside(var closed, var open) -> closed.number();
            case Verdict.Join(var thread, var standing) -> thread.number();
            case Verdict.Reject(var thread, var standing) -> thread.number();
            case Verdict.Bounced bounced -> bounced.thread().number();
            case Verdict.Attested(var thread) -> thread.number();
        };
    }

    private MailTrial.Place place(Verdict.Open open, TicketStand after) {
        return new MailTrial.Place(
                after.queue(),
                after.owner(),
                after.responsible(),
                after.priority(),
                after.state(),
                customer(open.asker()),
                after.type(),
                after.service(),
                after.locked());
    }

    private @Nullable String customer(@Nullable CustomerUser asker) {
        if (asker == null) return null;
        return asker.name()
                + customers
                        .find(asker.customer())
                        .map(Customer::name)
                        .map(name -> ", " + name)
                        .orElse("");
    }
}
