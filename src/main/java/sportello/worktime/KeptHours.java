package sportello.worktime;

import java.util.List;

/**
 * Working hours as administrators see them.
 *
 * @param queues the names of those that follow them
 * @param version which correction of them this is
 */
public record KeptHours(HoursId id, HoursDetails details, List<String> queues, int version) {

    public KeptHours {
        queues = List.copyOf(queues);
    }
}
