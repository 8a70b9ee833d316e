package sportello.configuration;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.agent.KeepingAgents;
import sportello.agent.KeepingGroups;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptRole;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Mailboxes;
import sportello.queue.KeepingQueues;
import sportello.ticket.ChoiceList;
import sportello.ticket.KeepingChoices;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.KeptChoice;
import sportello.ticket.KeptOwnState;
import sportello.ticket.OwnState;
import sportello.ticket.State;
import sportello.ticket.Status;
import sportello.webhook.KeepingWebhooks;
import sportello.worktime.KeepingHours;

/** Knows the names of what entries speak of, as they are at this moment. */
@Component
class Register {
    private final KeepingGroups groups;
    private final KeepingRoles roles;
    private final KeepingAgents agents;
    private final KeepingHours hours;
    private final KeepingQueues queues;
    private final KeepingOwnStates ownStates;
    private final KeepingChoices choices;
    private final Mailboxes mailboxes;
    private final KeepingWebhooks webhooks;

    Register(
            KeepingGroups groups,
            KeepingRoles roles,
            KeepingAgents agents,
            KeepingHours hours,
            KeepingQueues queues,
            KeepingOwnStates ownStates,
            KeepingChoices choices,
            Mailboxes mailboxes,
            KeepingWebhooks webhooks) {
        this.groups = groups;
        this.roles = roles;
        this.agents = agents;
        this.hours = hours;
        this.queues = queues;
        this.ownStates = ownStates;
        this.choices = choices;
        this.mailboxes = mailboxes;
        this.webhooks = webhooks;
    }

    Names of(Reference.Kind kind) {
        return switch (kind) {
            case GROUP ->
                names(
                        groups.all(),
                        kept -> kept.group().id().value(),
                        kept -> kept.group().name());
            case ROLE -> names(roles.all(), kept -> kept.id().value(), KeptRole::name);
            case AGENT ->
                names(
                        agents.all(),
                        kept -> kept.agent().id().value(),
                        kept -> kept.agent().login());
            case HOURS ->
                names(
                        hours.all(),
                        kept -> kept.id().value(),
                        kept -> kept.details().name());
            case QUEUE ->
                names(
                        queues.all(),
                        kept -> kept.queue().id().value(),
                        kept -> kept.queue().name());
            case OWN_STATE -> names(ownStates.all(), kept -> (long) kept.id(), KeptOwnState::name);
            case TYPE -> names(choices.all(ChoiceList.TYPES), KeptChoice::id, KeptChoice::name);
            case SERVICE -> names(choices.all(ChoiceList.SERVICES), KeptChoice::id, KeptChoice::name);
            case WEBHOOK ->
                names(
                        webhooks.all(),
                        kept -> kept.webhook().id().value(),
                        kept -> kept.webhook().name());
            case MAILBOX -> names(mailboxes.all(), mailbox -> mailbox.id().value(), Mailbox::name);
        };
    }

    /** The numbers of what is there under these names; an empty name names nothing. */
    Set<Long> known(Reference.Kind kind, List<String> names) {
        if (names.isEmpty()) return Set.of();
        var known = of(kind);
        return names.stream().filter(name -> !name.isEmpty()).map(known::known).collect(toSet());
    }

    /** States of ours, and those of the house's own by their names. */
    Set<Status> states(List<State> ours, List<String> own) {
        var known = known(Reference.Kind.OWN_STATE, own);
        var further = known.isEmpty()
                ? Stream.<Status>of()
                : ownStates.all().stream()
                        .filter(kept -> known.contains((long) kept.id()))
                        .map(KeptOwnState::state);
        return Stream.concat(ours.stream(), further).collect(toSet());
    }

    static List<State> ours(Set<Status> states) {
        return states.stream()
                .filter(State.class::isInstance)
                .map(Status::model)
                .toList();
    }

    /** The numbers of the house's own. */
    static Set<Long> further(Set<Status> states) {
        return states.stream()
                .filter(OwnState.class::isInstance)
                .map(state -> (long) state.row())
                .collect(toSet());
    }

    private static <T> Names names(Collection<T> all, Function<T, Long> id, Function<T, String> name) {
        return new Names(all.stream().collect(toMap(id, name)));
    }
}
