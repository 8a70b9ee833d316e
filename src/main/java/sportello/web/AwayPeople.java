package sportello.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.agent.Absences;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.queue.Queue;

/** Finds who is out of office today, wherever somebody is chosen for a ticket. */
@Component
public class AwayPeople {
    private final Absences absences;

    AwayPeople(Absences absences) {
        this.absences = absences;
    }

    public Away among(Collection<Agent> people) {
        return of(people.stream().map(Agent::id).toList());
    }

    /** Those to whom tickets of the queues go by default. */
    public Away byDefault(Collection<Queue> queues) {
        return of(queues.stream()
                .flatMap(queue -> Stream.of(queue.defaultOwner(), queue.defaultResponsible()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** By their ids alone, in one statement. */
    public Away of(Collection<AgentId> people) {
        if (people.isEmpty()) return Away.NOBODY;
        var away = new HashMap<AgentId, Away.Person>();
        absences.today(people).forEach((id, absence) -> away.put(id, new Away.Person(absence.agent(), absence)));
        return new Away(away);
    }
}
