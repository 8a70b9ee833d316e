package sportello.postmaster;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.customer.Customer;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.mime.MailReader;
import sportello.mime.MailSource;
import sportello.mime.ReadMail;
import sportello.mime.Reading;
import sportello.ticket.IncomingMail;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;

/** Shows what would become of a mail if it came in now. Nothing of it stays: no ticket, no letter, no line in the log. */
@Component
public class TryingMail {
    private final MailReader reader;
    private final Pipeline pipeline;
    private final Setups setups;
    private final Reception reception;
    private final AutomaticAnswers answers;
    private final Rehearsal rehearsal;
    private final Agents agents;
    private final Customers customers;
    private final Clock clock;

    TryingMail(
            MailReader reader,
            Pipeline pipeline,
            Setups setups,
            Reception reception,
            AutomaticAnswers answers,
            Rehearsal rehearsal,
            Agents agents,
            Customers customers,
            Clock clock) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.setups = setups;
        this.reception = reception;
        this.answers = answers;
        this.rehearsal = rehearsal;
        this.agents = agents;
        this.customers = customers;
        this.clock = clock;
    }

    /** @param trusted whether it would come from a mailbox that is */
    public MailTrial look(MailSource raw, boolean trusted) {
        return switch (reader.read(raw)) {
            case Reading.Unreadable(var reason, var detail) -> new MailTrial.Unreadable(reason, detail);
            case Reading.Readable(var mail) -> {
                try (mail) {
                    yield sorted(mail, trusted);
                }
            }
        };
    }

    /** What defies being sorted does so here too. */
    private MailTrial sorted(ReadMail mail, boolean trusted) {
        try {
            return sorted(pipeline.judge(List.of(Course.of(mail, trusted, null, setups.now())))
                    .getFirst());
        } catch (RuntimeException | StackOverflowError fault) {
            if (!Faults.isTheMails(fault)) throw fault;
            return new MailTrial.Unreadable("defied", String.valueOf(fault.getMessage()));
        }
    }

    private MailTrial sorted(Pipeline.Judgement judgement) {
        var course = judgement.course();
        var article = opened(judgement.verdict()) == null ? reception.of(course) : reception.request(course);
        return new MailTrial.Sorted(
                judgement.verdict().key(),
                ticket(judgement.verdict()),
                place(
                        opened(judgement.verdict()),
                        course.wishes().beginning(clock.instant()).state()),
                course.log(),
                answers.foresee(judgement),
                rehearsal.told(judgement),
                asRead(article));
    }

    private static MailTrial.AsRead asRead(IncomingMail article) {
        var sender = article.sender();
        return new MailTrial.AsRead(
                sender == null ? article.senderName() : sender.line(),
                article.subject().value(),
                article.text().value(),
                article.files().files().stream()
                        .map(file -> new MailTrial.File(file.name(), file.size()))
                        .toList());
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

    private MailTrial.@Nullable Place place(Verdict.@Nullable Open open, State state) {
        if (open == null) return null;
        return new MailTrial.Place(
                open.route().queue().name(),
                name(open.route().owner()),
                name(open.route().responsible()),
                open.route().priority(),
                state,
                customer(open.asker()));
    }

    private @Nullable String name(@Nullable AgentId id) {
        return id == null ? null : agents.find(id).map(Agent::name).orElse(null);
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
