package sportello.web.admin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import sportello.agent.Group;
import sportello.agent.KeptGroup;
import sportello.queue.KeptQueue;

/** The groups, and the queues in which their keys hold. */
public record GroupsPage(List<KeptGroup> groups, List<KeptQueue> queues) {

    public String queuesOf(KeptGroup kept) {
        return queuesOf(kept.group(), queues).stream().collect(joining(", "));
    }

    /** Where the customers stand who see requests of a reserved group. */
    public String customersOf(KeptGroup kept) {
        return CustomerRightsPage.addressOf(kept);
    }

    /** The names of the valid queues of the group. */
    static List<String> queuesOf(Group group, List<KeptQueue> queues) {
        return queues.stream()
                .map(KeptQueue::queue)
                .filter(queue -> queue.valid() && queue.group().equals(group.id()))
                .map(queue -> queue.name())
                .toList();
    }
}
