package sportello.postmaster;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.queue.Queues;
import sportello.ticket.State;

/** Understands what filters and headers want. What it does not understand is noted, and nothing else happens. */
@Component
class WishWords {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    private final Queues queues;
    private final Agents agents;

    WishWords(Queues queues, Agents agents) {
        this.queues = queues;
        this.agents = agents;
    }

    Course add(Course course, String name, String value) {
        return understood(course.wishes(), name, value.strip())
                .map(course::wishing)
                .orElseGet(() -> course.noting("not_understood", name + ": " + value));
    }

    /** Whether the wish would be heeded as it stands. */
    boolean isUnderstood(String name, String value) {
        return understood(Wishes.NONE, name, value).isPresent();
    }

    private Optional<Wishes> understood(Wishes wishes, String name, String value) {
        return switch (name) {
            case "queue" -> queues.byName(value).map(wishes::queue);
            case "priority" -> priority(value).map(wishes::priority);
            case "state" -> state(value).map(wishes::state);
            case "owner" -> agent(value).map(wishes::owner);
            case "responsible" -> agent(value).map(wishes::responsible);
            case "title" -> value.isEmpty() ? Optional.empty() : Optional.of(wishes.title(value));
            case "ignore" -> isYes(value) ? Optional.of(wishes.ignore()) : Optional.of(wishes);
            case "silent" -> isYes(value) ? Optional.of(wishes.silence()) : Optional.of(wishes);
            default -> Optional.empty();
        };
    }

    /** {@code 4}, and {@code 4 high} as OTRS writes it. */
    private static Optional<Integer> priority(String value) {
        if (value.isEmpty()) return Optional.empty();
        var level = value.charAt(0) - '0';
        return level >= LOWEST && level <= HIGHEST ? Optional.of(level) : Optional.empty();
    }

    /** Those in which a ticket may begin that waits for nothing. */
    private static Optional<State> state(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "new" -> Optional.of(State.NEW);
            case "open" -> Optional.of(State.OPEN);
            default -> Optional.empty();
        };
    }

    private Optional<AgentId> agent(String login) {
        return agents.byLogin(login).filter(Agent::valid).map(Agent::id);
    }

    private static boolean isYes(String value) {
        return value.isEmpty() || value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("true") || value.equals("1");
    }
}
