package sportello.queue;

import java.util.List;

/**
 * A queue as administrators see it.
 *
 * @param group the name of the group whose rights hold in it
 * @param addresses by which mail reaches it; it writes from the first
 * @param version which correction of it this is
 */
public record KeptQueue(Queue queue, String group, List<String> addresses, MailPolicy policy, int version) {

    public KeptQueue {
        addresses = List.copyOf(addresses);
    }

    public QueueSettings settings() {
        return new QueueSettings(
                queue.shortName(),
                queue.parent(),
                queue.group(),
                addresses,
                policy,
                queue.defaultOwner(),
                queue.defaultResponsible(),
                queue.valid());
    }
}
