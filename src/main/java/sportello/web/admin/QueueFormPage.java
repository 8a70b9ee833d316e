package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.Group;
import sportello.base.Refusal;
import sportello.queue.KeptQueue;
import sportello.queue.Queue;
import sportello.web.Away;
import sportello.worktime.KeptHours;

/**
 * @param queue the one that is corrected, null for a new one
 * @param above below which it can lie
 * @param agents who can be in charge of what comes
 * @param away who of them is out of office
 * @param hours that it can follow
 * @param limits the names of those that speak of it
 * @param wayOut by which its mail leaves as it is kept, null for a new one
 */
public record QueueFormPage(
        @Nullable KeptQueue queue,
        QueueForm form,
        List<Queue> above,
        List<Group> groups,
        List<Agent> agents,
        Away away,
        List<KeptHours> hours,
        WaysOut.@Nullable WayOut wayOut,
        List<String> limits,
        @Nullable Refusal refusal) {

    public String action() {
        return queue == null
                ? Area.QUEUES.address()
                : Area.QUEUES.address() + "/" + queue.queue().id().value();
    }

    public boolean isRaw() {
        return queue != null && queue.queue().raw();
    }

    /** For the messages. */
    public String key(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
