package sportello.postmaster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.base.Steps;
import sportello.mailbox.Arrival;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.mime.ReadMail;
import sportello.ticket.OpeningByMail;
import sportello.ticket.TicketNumber;

/** Does what becomes of mails that were read and notes that it is done, in one transaction: it happens once. */
@Component
class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Arrivals arrivals;
    private final Pipeline pipeline;
    private final OpeningByMail opening;
    private final Delivering delivering;
    private final SortedMailSql log;
    private final TransactionOperations transaction;
    private final Companions companions;
    private final BelongsToTicket belongsToTicket;
    private final TurnSql turns;
    private final Steps steps;

    Settling(
            Arrivals arrivals,
            Pipeline pipeline,
            OpeningByMail opening,
            Delivering delivering,
            SortedMailSql log,
            TransactionOperations transaction,
            Companions companions,
            BelongsToTicket belongsToTicket,
            TurnSql turns,
            Steps steps) {
        this.arrivals = arrivals;
        this.pipeline = pipeline;
        this.opening = opening;
        this.delivering = delivering;
        this.log = log;
        this.transaction = transaction;
        this.companions = companions;
        this.belongsToTicket = belongsToTicket;
        this.turns = turns;
        this.steps = steps;
    }

    /** A mail that was read. */
    record Opened(Arrival arrival, ReadMail mail) {
        ArrivalId id() {
            return arrival.id();
        }

        private Course course(Setup setup) {
            return Course.of(mail, Origin.of(arrival), setup);
        }
    }

    private record Judged(Opened mail, Pipeline.Judgement judgement) {
        Verdict verdict() {
            return judgement.verdict();
        }
    }

    void alone(Opened mail, Setup setup) {
        while (!settle(judge(List.of(mail), setup)).isEmpty())
            LOG.debug("Mail {} is judged anew", mail.id().value());
    }

    /**
     * Mails that have nothing to do with each other: all in one transaction that open tickets and so keep nobody from
     * theirs.
     *
     * @return those that are left, each to be settled alone
     */
    List<Opened> together(List<Opened> mails, Setup setup) {
        var judged = judge(mails, setup);
        var requests = judged.stream()
                .filter(one -> one.verdict() instanceof Verdict.Open)
                .toList();
        var left = new ArrayList<>(settle(requests));
        judged.stream().filter(one -> !requests.contains(one)).map(Judged::mail).forEach(left::add);
        return left;
    }

    private List<Judged> judge(List<Opened> mails, Setup setup) {
        steps.at(SortingStep.JUDGE);
        var judgements =
                pipeline.judge(mails.stream().map(mail -> mail.course(setup)).toList());
        var judged = new ArrayList<Judged>();
        for (var place = 0; place < mails.size(); place++)
            judged.add(new Judged(mails.get(place), judgements.get(place)));
        return judged;
    }

    /** Answers those that became part of a conversation between judgement and deed, by whichever node or mailbox. */
    private List<Opened> settle(List<Judged> judged) {
        if (judged.isEmpty()) return List.of();
        var numbers = opening.numbers(Math.toIntExact(judged.stream()
                        .filter(one -> Delivering.needsNumber(one.verdict()))
                        .count()))
                .iterator();
        var overtaken = Objects.requireNonNull(transaction.execute(status -> deliver(judged, numbers)));
        steps.at(SortingStep.SORTED);
        return overtaken;
    }

    private List<Opened> deliver(List<Judged> judged, Iterator<TicketNumber> numbers) {
        var overtaken = new ArrayList<Opened>();
        var done = new ArrayList<SortedMailSql.Line>();
        turns.take(names(judged));
        // Somebody else may have sorted one meanwhile; whoever has it in hand is waited for, lest its answer go before
        // it.
        var waiting =
                arrivals.take(judged.stream().map(Judged::mail).map(Opened::id).toList());
        steps.at(SortingStep.DELIVER);
        for (var one : judged) {
            var number = Delivering.needsNumber(one.verdict()) ? numbers.next() : null;
            if (!waiting.contains(one.mail().id())) continue;
            if (number != null && belongsToTicket.isOvertaken(one.judgement().course())) overtaken.add(one.mail());
            else
                done.add(new SortedMailSql.Line(
                        one.mail().id(), one.judgement(), delivering.deliver(one.judgement(), number)));
        }
        log.write(done);
        arrivals.sorted(done.stream().map(SortedMailSql.Line::arrival).toList());
        steps.at(SortingStep.COMMIT);
        return overtaken;
    }

    private Set<String> names(Collection<Judged> judged) {
        var names = new HashSet<String>();
        for (var one : judged)
            names.addAll(
                    companions.names(one.mail().mail(), one.judgement().course().setup()));
        return names;
    }
}
