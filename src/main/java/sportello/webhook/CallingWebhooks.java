package sportello.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.base.Outcome;
import sportello.jobs.Backoff;

/**
 * Delivers one message: posts it outside any transaction, and notes what the other side said. Between its answer and the note
 * the program may die; then the message goes once more, under the same number. A host that is away, or asks for it, is left
 * alone for a while, and only its messages wait.
 */
@Component
class CallingWebhooks {
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Duration UNTIL_THE_ALARM = Duration.ofMinutes(15);
    private static final Backoff BEHIND_ANOTHER = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final DeliverySql deliveries;
    private final WebhookSql webhooks;
    private final WebhookHealthSql health;
    private final WebhookConversation conversation;
    private final Payloads payloads;
    private final HostGate gate;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallingWebhooks(
            DeliverySql deliveries,
            WebhookSql webhooks,
            WebhookHealthSql health,
            WebhookConversation conversation,
            Payloads payloads,
            HostGate gate,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.health = health;
        this.conversation = conversation;
        this.payloads = payloads;
        this.gate = gate;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** When it is to be tried again; empty where nothing is left to do. */
    Optional<Instant> deliver(DeliveryId id) {
        var due = deliveries.due(id).orElse(null);
        if (due == null) return Optional.empty();
        var rests = due.restsUntil();
        if (rests != null && rests.isAfter(clock.instant()) && !isTooOld(due)) return Optional.of(rests);
        if (!gate.enter(due.host())) return Optional.of(clock.instant().plus(BEHIND_ANOTHER.after(1)));
        try {
            return noted(due, answer(due));
        } finally {
            gate.leave(due.host());
        }
    }

    private Answer answer(DeliverySql.Due due) {
        var address = due.address();
        if (!due.valid() || address == null) return Answer.none(Trouble.OFF);
        var allowed = webhooks.allowed();
        return switch (WebhookAddress.typed(address, allowed)) {
            case Outcome.Done<WebhookAddress>(var known) ->
                conversation.post(
                        new WebhookConversation.Call(known, allowed.admit(known), due.ownCa()),
                        payloads.of(due.order()));
            // the host was allowed once
            case Outcome.Refused<WebhookAddress> _ -> Answer.none(Trouble.INSIDE);
        };
    }

    private Optional<Instant> noted(DeliverySql.Due due, Answer answer) {
        return Optional.ofNullable(
                transaction.execute(status -> note(due, answer).orElse(null)));
    }

    private Optional<Instant> note(DeliverySql.Due due, Answer answer) {
        if (answer.isTaken()) return taken(due, answer);
        var isLost = answer.isFinal() || isTooOld(due);
        var state = isLost ? DeliveryState.FAILED : DeliveryState.WAITING;
        if (!deliveries.note(due.id(), state, answer, clock.instant())) return Optional.empty();
        if (answer.trouble() == Trouble.OFF) return Optional.empty();
        var until = failed(due, answer, isLost);
        return isLost ? Optional.empty() : Optional.of(until);
    }

    private Optional<Instant> taken(DeliverySql.Due due, Answer answer) {
        if (deliveries.note(due.id(), DeliveryState.SENT, answer, clock.instant()))
            health.worked(due.webhook(), clock.instant()).ifPresent(name -> events.publishEvent(new WebhookBack(name)));
        return Optional.empty();
    }

    /**
     * Somebody hears of it when it goes on, and at once where no message can arrive any more, or one has been given up after
     * a day. That one of them was not understood says little of the others.
     *
     * @return when the message can be tried again
     */
    private Instant failed(DeliverySql.Due due, Answer answer, boolean isLost) {
        var now = clock.instant();
        var failures = health.failed(due.webhook(), answer, now);
        var pause = answer.pause();
        if (pause == null) pause = PAUSES.after(answer.isOfTheHost() ? failures : due.attempts() + 1);
        var until = now.plus(pause);
        if (answer.isOfTheHost()) health.rest(due.webhook(), until);
        var isGrave = answer.isShut() || isLost && !answer.isFinal();
        health.alarm(due.webhook(), answer, isGrave ? now : now.minus(UNTIL_THE_ALARM), now)
                .ifPresent(events::publishEvent);
        return until;
    }

    private boolean isTooOld(DeliverySql.Due due) {
        return due.order().at().plus(PATIENCE).isBefore(clock.instant());
    }
}
