package sportello.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.queue.Incoming;
import sportello.queue.Queue;
import sportello.queue.Route;
import sportello.queue.Routing;

/** Where the plays are set: the desk with its queues and people, its hours, and the moment up to which things happened. */
record Stage(Roll roll, Sheet queues, Sheet agents, Phrases phrases, Routing routing, WorkingTime hours, Instant now) {

    private static final String RAW = "raw";

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, hours.zone());
    }

    Route route(Incoming request) {
        return routing.route(request);
    }

    /** One of those who usually work in the queue. */
    AgentId worker(String queue, RandomGenerator random) {
        var crew = queues.get(queue).list("crew");
        return roll.agents().get(crew.get(random.nextInt(crew.size())));
    }

    /** Who looks after what no rule knew. */
    AgentId dispatcher(RandomGenerator random) {
        return worker(RAW, random);
    }

    String nameOf(AgentId agent) {
        return agents.get(roll.agents().nameOf(agent)).get("name");
    }

    /** Those who keep the ticket in its new queue, or take it over there. */
    @Nullable AgentId firstAble(Queue queue, @Nullable AgentId present, @Nullable AgentId byDefault) {
        if (present != null && roll.canWork(present, queue)) return present;
        return byDefault != null && roll.canWork(byDefault, queue) ? byDefault : null;
    }

    List<String> dispatchers() {
        return queues.get(RAW).list("crew");
    }
}
