package sportello.ticket;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import sportello.agent.AgentId;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.WantedField;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Encrypting;
import sportello.mail.Recipient;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.queue.Route;
import sportello.queue.Routing;

/** Opens the tickets that agents write for customers (S4, S37), in the queue that the agent chose. */
@Component
public class OpeningByHand {
    private final TicketNumbers numbers;
    private final Queues queues;
    private final Routing routing;
    private final Askers askers;
    private final TicketSql tickets;
    private final LimitSql limits;
    private final Choices choices;
    private final Labels labels;
    private final Classifying classifying;
    private final FillingIn filling;
    private final SubmissionSql submissions;
    private final Articles articles;
    private final Correspondence correspondence;
    private final Chronicle chronicle;
    private final TransactionOperations transaction;
    private final Clock clock;

    OpeningByHand(
            TicketNumbers numbers,
            Queues queues,
            Routing routing,
            Askers askers,
            TicketSql tickets,
            LimitSql limits,
            Choices choices,
            Labels labels,
            Classifying classifying,
            FillingIn filling,
            SubmissionSql submissions,
            Articles articles,
            Correspondence correspondence,
            Chronicle chronicle,
            TransactionOperations transaction,
            Clock clock) {
        this.numbers = numbers;
        this.queues = queues;
        this.routing = routing;
        this.askers = askers;
        this.tickets = tickets;
        this.limits = limits;
        this.choices = choices;
        this.labels = labels;
        this.classifying = classifying;
        this.filling = filling;
        this.submissions = submissions;
        this.articles = articles;
        this.correspondence = correspondence;
        this.chronicle = chronicle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a customer user has asked by telephone. The request is the customer's own, and so the customer reads it.
     *
     * @param submission opens one ticket however often it arrives, and leads to that one each time
     */
    public Outcome<TicketNumber> byPhone(DeskRequest request, Submission submission, AgentViewer by) {
        return open(request, submission, by, this::dictated);
    }

    /** The same, begun by the desk: what the agent writes is mailed to the customer user. */
    public Outcome<TicketNumber> byMail(DeskRequest request, Submission submission, AgentViewer by) {
        return open(request, submission, by, this::mailed);
    }

    /** The way in which the ticket's first words are written. */
    private interface FirstWords {
        Outcome<ArticleId> on(Ticket ticket, Askers.Asker asker, DeskRequest request, AgentViewer by);
    }

    /** What is said of the ticket. */
    private record Said(Classes classes, List<WantedField> fields) {}

    private Outcome<TicketNumber> open(
            DeskRequest request, Submission submission, AgentViewer by, FirstWords firstWords) {
        var queue = queues.find(request.queue()).filter(Queue::valid).orElse(null);
        if (queue == null || !by.may(Permission.CREATE, queue.group())) return Outcome.refused("opening.queue");
        if (!labels.now().isInUse(request.beginning().state())) return Outcome.refused("states.unknown");
        if (!labels.now().isInUse(request.priority())) return Outcome.refused("priorities.unknown");
        var route = routing.byHand(
                queue,
                request.owner(),
                request.responsible(),
                request.asking().customer(),
                request.priority().level());
        if (isPassedOver(request.owner(), route.owner()) || isPassedOver(request.responsible(), route.responsible()))
            return Outcome.refused("person.unable");
        return choices.chosen(request.classes())
                .then(classes -> filling.atOpening(request.fields())
                        .then(fields -> open(route, new Said(classes, fields), request, submission, by, firstWords)));
    }

    private Outcome<TicketNumber> open(
            Route route, Said said, DeskRequest request, Submission submission, AgentViewer by, FirstWords firstWords) {
        var number = numbers.next();
        return Objects.requireNonNull(transaction.execute(status -> submissions.arrives(submission, by.id(), number)
                ? orNothing(
                        status,
                        askers.of(request.asking(), by)
                                .then(asker -> open(number, asker, route, said, request, by, firstWords)))
                : Outcome.done(submissions.numberOf(submission, by.id()))));
    }

    private static boolean isPassedOver(@Nullable AgentId chosen, @Nullable AgentId found) {
        return chosen != null && !chosen.equals(found);
    }

    /** Refused, it leaves nothing behind: neither the new person nor the form's arrival. */
    private static Outcome<TicketNumber> orNothing(TransactionStatus status, Outcome<TicketNumber> outcome) {
        if (outcome instanceof Outcome.Refused<TicketNumber>) status.setRollbackOnly();
        return outcome;
    }

    private Outcome<TicketNumber> open(
            TicketNumber number,
            Askers.Asker asker,
            Route route,
            Said said,
            DeskRequest request,
            AgentViewer by,
            FirstWords firstWords) {
        var beginning = request.beginning();
        var fresh = NewTicket.along(
                        route,
                        number,
                        request.word().subject(),
                        asker.customer(),
                        asker.user().id())
                .beginning(beginning.state(), beginning.until());
        var ticket = fresh.as(tickets.insert(fresh, clock.instant()));
        return firstWords.on(ticket, asker, request, by).then(article -> {
            record(ticket, route, article, by);
            classifying.classified(ticket, said.classes(), by.actor());
            filling.say(ticket.id(), said.fields(), by.actor());
            return Outcome.unless(limit(ticket, said.classes(), request, by), () -> Outcome.done(number));
        });
    }

    /** What the limits of the ticket, as it would be, say against what was chosen for it. */
    private Optional<Refusal> limit(Ticket ticket, Classes classes, DeskRequest request, AgentViewer by) {
        var held = limits.on(ticket.id(), by.id());
        var state = request.beginning().state();
        return held.against(request.priority())
                .or(() -> State.CHOSEN.contains(state.model()) ? held.against(state) : Optional.empty())
                .or(() -> against(held, ChoiceList.TYPES, classes.type()))
                .or(() -> against(held, ChoiceList.SERVICES, classes.service()));
    }

    private static Optional<Refusal> against(Limits held, ChoiceList list, @Nullable Choice choice) {
        return choice == null ? Optional.empty() : held.against(list, choice);
    }

    private void record(Ticket ticket, Route route, ArticleId article, AgentViewer by) {
        chronicle.record(TicketEvent.Opened.along(route, ticket.id(), by.actor(), article));
        if (!ticket.state().equals(State.NEW))
            chronicle.record(new TicketEvent.StateChanged(ticket.id(), by.actor(), State.NEW, ticket.state()));
    }

    private Outcome<ArticleId> dictated(Ticket ticket, Askers.Asker asker, DeskRequest request, AgentViewer by) {
        var user = asker.user();
        var word = request.word();
        var article = NewArticle.askedByPhone(
                ticket.id(), user.id(), user.name(), by.id(), word.subject().value(), word.text());
        return Outcome.done(articles.add(article, word.files(), word.spent()));
    }

    private Outcome<ArticleId> mailed(Ticket ticket, Askers.Asker asker, DeskRequest request, AgentViewer by) {
        var user = asker.user();
        var recipient = Recipient.of(user.name(), user.email()).orElse(null);
        if (recipient == null) return Outcome.refused("customer_user.email", user.email());
        var word = request.word();
        var people = request.copies().to(recipient);
        var mail = new Mail(people, word.subject(), word.text(), word.files(), word.spent());
        var article = articles.add(NewArticle.byAgent(ticket.id(), Channel.EMAIL, true, mail, by), mail);
        correspondence.send(article, ticket, mail, Encrypting.AS_USUAL, by);
        return Outcome.done(article);
    }
}
