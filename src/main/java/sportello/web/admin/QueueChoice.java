package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.queue.KeepingQueues;
import sportello.queue.KeptQueue;
import sportello.queue.QueueId;
import sportello.web.NotFound;

/** Where words hold: in a queue, or with none in the whole house. */
@Component
class QueueChoice {
    private final KeepingQueues queues;

    QueueChoice(KeepingQueues queues) {
        this.queues = queues;
    }

    List<KeptQueue> valid() {
        return queues.all().stream().filter(kept -> kept.queue().valid()).toList();
    }

    /** The queue that an address names; null if it names none. */
    @Nullable KeptQueue named(@Nullable Long id) {
        return id == null ? null : queues.find(new QueueId(id)).orElseThrow(NotFound::new);
    }

    static @Nullable QueueId id(@Nullable KeptQueue queue) {
        return queue == null ? null : queue.queue().id();
    }
}
