package sportello.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Redaction;
import sportello.jobs.Jobs;

/** Messages to webhooks: posted with the change that causes them, sent when it has committed. */
@Component
public class Deliveries {
    private final DeliverySql sql;
    private final Jobs jobs;
    private final Clock clock;

    Deliveries(DeliverySql sql, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Their numbers, in the same order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DeliveryId> post(List<Message> messages) {
        if (messages.isEmpty()) return List.of();
        var posted = sql.insert(messages, clock.instant());
        jobs.stage(posted.stream().map(DeliveringJob::of).toList());
        return posted;
    }

    /** They say nothing any more; what waits leaves so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(List<DeliveryId> about, String sentence) {
        sql.clear(about, sentence);
    }

    /**
     * Makes them speak of somebody no more; what waits leaves so.
     *
     * @param about those of what the person asked: their text is gone
     * @param around all that may name the person
     * @param sentence what stands in the place of a text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Redaction names, List<DeliveryId> about, List<DeliveryId> around, String sentence) {
        sql.redact(names, around);
        sql.clear(about, sentence);
    }

    /**
     * Newest first.
     *
     * @param state null for all
     * @param before the last one that was read, null to begin
     */
    public List<ListedDelivery> list(@Nullable DeliveryState state, @Nullable DeliveryId before, int most) {
        return sql.list(state, before == null ? Long.MAX_VALUE : before.value(), most);
    }

    public Optional<ListedDelivery> find(DeliveryId id) {
        return sql.find(id);
    }
}
