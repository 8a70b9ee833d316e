package sportello.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.Absence;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.queue.Queue;

/** Those of some people who are out of office today, to be shown where one of them is chosen. */
public record Away(Map<AgentId, Person> people) {
    public static final Away NOBODY = new Away(Map.of());

    public Away {
        people = Map.copyOf(people);
    }

    /** Somebody who is away. */
    public record Person(String name, Absence absence) {}

    public @Nullable Absence of(Agent agent) {
        var person = people.get(agent.id());
        return person == null ? null : person.absence();
    }

    /** To whom tickets of the queue go by default, as far as they are away. */
    public List<Person> by(Queue queue) {
        return Stream.of(queue.defaultOwner(), queue.defaultResponsible())
                .filter(Objects::nonNull)
                .distinct()
                .map(people::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
