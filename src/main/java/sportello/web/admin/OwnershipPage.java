package sportello.web.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.notification.Audience;
import sportello.notification.Cell;
import sportello.notification.Extent;
import sportello.notification.Moment;
import sportello.queue.KeptQueue;
import sportello.queue.QueueId;

/** The valid queues in the order of the tree; who is in charge, and where they do not follow the house. */
public record OwnershipPage(
        List<KeptQueue> queues,
        Map<AgentId, String> agents,
        Map<Cell, Extent> house,
        Map<QueueId, Map<Cell, Extent>> own) {

    static OwnershipPage of(
            List<KeptQueue> queues, List<Agent> agents, Map<Cell, Extent> house, Map<QueueId, Map<Cell, Extent>> own) {
        var names = new HashMap<AgentId, String>();
        agents.forEach(agent -> names.put(agent.id(), agent.name()));
        return new OwnershipPage(
                queues.stream().filter(kept -> kept.queue().valid()).toList(), names, house, own);
    }

    /** Who it concerns, and what is said of them. */
    public record Answer(Audience audience, Extent told) {

        /** For the messages. */
        public String key() {
            return told.name().toLowerCase(Locale.ROOT);
        }
    }

    public List<Moment> moments() {
        return List.of(Moment.values());
    }

    /** Whom the house tells. */
    public List<Answer> told(Moment moment) {
        return answers(house, moment).stream()
                .filter(answer -> answer.told() != Extent.NO)
                .toList();
    }

    /** What the queue says itself. */
    public List<Answer> own(QueueId queue, Moment moment) {
        return answers(own.getOrDefault(queue, Map.of()), moment);
    }

    private static List<Answer> answers(Map<Cell, Extent> cells, Moment moment) {
        var answers = new ArrayList<Answer>();
        cells.forEach((cell, told) -> {
            if (cell.moment() == moment) answers.add(new Answer(cell.audience(), told));
        });
        return answers;
    }

    /** Empty for nobody. */
    public String name(@Nullable AgentId agent) {
        return agent == null ? "" : agents.getOrDefault(agent, "");
    }
}
