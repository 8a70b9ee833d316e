package sportello.queue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which addresses queues are reached, as it was when somebody asked; capitals do not matter.
 *
 * @param queues by address, in small letters; also those that take no requests any more
 */
public record QueueAddresses(Map<String, Queue> queues) {
    public QueueAddresses {
        queues = Map.copyOf(queues);
    }

    /** In small letters. */
    public Set<String> all() {
        return queues.keySet();
    }

    public boolean areOurs(String address) {
        return queues.containsKey(address.toLowerCase(Locale.ROOT));
    }

    /** The valid queue that the address reaches. */
    public Optional<Queue> queue(String address) {
        return Optional.ofNullable(queues.get(address.toLowerCase(Locale.ROOT))).filter(Queue::valid);
    }

    /** The valid queue that the first of the addresses reaches which reaches any. */
    public Optional<Queue> queue(List<String> addresses) {
        return addresses.stream().flatMap(address -> queue(address).stream()).findFirst();
    }
}
