package sportello.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.worktime.HoursId;

/**
 * A queue as administrators see it.
 *
 * @param group the name of the group whose rights hold in it
 * @param addresses by which mail reaches it; it writes from the first
 * @param senderName beside that address on what it writes; empty for the company's
 * @param idleMinutes after so many minutes without work a lock is released; 0 for never
 * @param hours the working hours that it follows; null for the house's
 * @param version which correction of it this is
 */
public record KeptQueue(
        Queue queue,
        String group,
        List<String> addresses,
        String senderName,
        MailPolicy policy,
        int idleMinutes,
        @Nullable HoursId hours,
        int version) {

    public KeptQueue {
        addresses = List.copyOf(addresses);
    }

    public QueueSettings settings() {
        return new QueueSettings(
                queue.shortName(),
                queue.parent(),
                queue.group(),
                addresses,
                senderName,
                policy,
                idleMinutes,
                hours,
                queue.defaultOwner(),
                queue.defaultResponsible(),
                queue.valid());
    }
}
