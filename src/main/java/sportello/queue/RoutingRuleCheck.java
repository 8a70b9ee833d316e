package sportello.queue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.base.Refusal;

/** What a routing rule must be to be kept: one that can be read, and that sends requests where somebody can take them. */
@Component
class RoutingRuleCheck {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST = 20;
    private static final Set<String> CHANNELS = Set.of("portal", "email", "phone");

    private final Queues queues;
    private final Agents agents;

    RoutingRuleCheck(Queues queues, Agents agents) {
        this.queues = queues;
        this.agents = agents;
    }

    /** The rule as it will be kept: its name on one line. */
    Outcome<RoutingRule> of(RoutingRule typed) {
        var name = CleanText.line(typed.name());
        if (CleanText.isBlank(name)) return Outcome.refused("routing.name");
        if (name.length() > LONGEST_NAME) return Outcome.refused("routing.long", LONGEST_NAME, name.length());
        if (typed.conditions().size() > MOST) return Outcome.refused("routing.many", MOST);
        return Stream.concat(
                        typed.conditions().stream().map(RoutingRuleCheck::objection), Stream.of(objectionTo(typed)))
                .flatMap(Optional::stream)
                .findFirst()
                .<Outcome<RoutingRule>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.done(new RoutingRule(
                        name,
                        typed.conditions(),
                        typed.queue(),
                        typed.owner(),
                        typed.responsible(),
                        typed.priority())));
    }

    private static Optional<Refusal> objection(RoutingCondition condition) {
        var value = condition.value();
        if (CleanText.isBlank(value)) return refusal("routing.no_value");
        if (value.length() > LONGEST_VALUE) return refusal("routing.value_long", LONGEST_VALUE);
        if (value.indexOf('\0') >= 0) return refusal("routing.pattern", value, "NUL");
        return switch (condition.operator()) {
            case IS -> isUnknownChannel(condition) ? refusal("routing.channel", value) : Optional.empty();
            case MATCHES -> readable(value);
            case CONTAINS, STARTS_WITH, ENDS_WITH -> Optional.empty();
        };
    }

    private static boolean isUnknownChannel(RoutingCondition condition) {
        return condition.field() == RoutingCondition.Field.CHANNEL && !CHANNELS.contains(condition.value());
    }

    private static Optional<Refusal> readable(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return refusal("routing.pattern", pattern, Objects.requireNonNullElse(e.getDescription(), ""));
        }
    }

    /** Routing passes over who may not work in the queue; to name such a person would be a promise that is not kept. */
    private Optional<Refusal> objectionTo(RoutingRule rule) {
        var chosen = rule.queue();
        var queue =
                chosen == null ? Optional.of(queues.raw()) : queues.find(chosen).filter(Queue::valid);
        if (queue.isEmpty()) return refusal("routing.queue");
        var priority = rule.priority();
        if (priority != null && (priority < 1 || priority > 5)) return refusal("routing.priority");
        return Stream.of(Optional.ofNullable(rule.owner()), Optional.ofNullable(rule.responsible()))
                .flatMap(Optional::stream)
                .filter(agent ->
                        !agents.grantsOf(agent).allow(Permission.RW, queue.get().group()))
                .findFirst()
                .flatMap(agent ->
                        refusal("routing.agent", nameOf(agent), queue.get().name()));
    }

    private String nameOf(@Nullable AgentId agent) {
        return agent == null ? "" : agents.find(agent).map(Agent::name).orElse("");
    }

    private static Optional<Refusal> refusal(String message, Object... arguments) {
        return Optional.of(new Refusal(message, arguments));
    }
}
