package sportello.queue;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import sportello.worktime.Hours;

/** When the house works for a queue: by the hours that it follows, or else by its own. */
@Component
public class QueueHours {
    private final QueueSql sql;
    private final Hours hours;

    QueueHours(QueueSql sql, Hours hours) {
        this.sql = sql;
        this.hours = hours;
    }

    /** Until when work rests at the moment; nothing where it does not, and where it never begins again. */
    public Optional<Instant> restOf(QueueId queue, Instant moment) {
        var follows = sql.hours(List.of(queue)).get(queue);
        return hours.timetable().of(follows).restAt(moment);
    }

    /** Those of them whose work rests at the moment. */
    public Set<QueueId> resting(Collection<QueueId> queues, Instant moment) {
        var follows = sql.hours(queues);
        var timetable = hours.timetable();
        return queues.stream()
                .filter(queue -> timetable.of(follows.get(queue)).restAt(moment).isPresent())
                .collect(toSet());
    }
}
