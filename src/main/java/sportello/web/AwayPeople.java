package sportello.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.agent.Absence;
import sportello.agent.Absences;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.queue.Queue;

/** Finds who is out of office today, wherever somebody is chosen for a ticket. */
@Component
public class AwayPeople {
    private final Absences absences;
    private final Agents agents;

    AwayPeople(Absences absences, Agents agents) {
        this.absences = absences;
        this.agents = agents;
    }

    /** In one statement. */
    public Away among(Collection<Agent> people) {
        if (people.isEmpty()) return Away.NOBODY;
        return away(people, absences.today(people.stream().map(Agent::id).toList()));
    }

    /** Those to whom tickets of the queues go by default. */
    public Away byDefault(Collection<Queue> queues) {
        return of(queues.stream()
                .flatMap(queue -> Stream.of(queue.defaultOwner(), queue.defaultResponsible()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** By their ids alone. */
    public Away of(Collection<AgentId> people) {
        if (people.isEmpty()) return Away.NOBODY;
        var absent = absences.today(people);
        if (absent.isEmpty()) return Away.NOBODY;
        return away(agents.all(absent.keySet()), absent);
    }

    private static Away away(Collection<Agent> people, Map<AgentId, Absence> absent) {
        var away = new HashMap<AgentId, Away.Person>();
        for (var agent : people) {
            var absence = absent.get(agent.id());
            if (absence != null) away.put(agent.id(), new Away.Person(agent.name(), absence));
        }
        return new Away(away);
    }
}
