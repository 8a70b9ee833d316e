package sportello.worktime;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All valid working hours at one moment. */
public record Timetable(Map<HoursId, WorkingHours> own, WorkingHours standard) {

    public Timetable {
        own = Map.copyOf(own);
    }

    static Timetable of(List<KeptHours> all) {
        var valid = all.stream().filter(kept -> kept.details().valid()).toList();
        var standard = valid.stream()
                .map(KeptHours::details)
                .filter(HoursDetails::standard)
                .map(HoursDetails::hours)
                .findFirst();
        return new Timetable(
                valid.stream()
                        .collect(Collectors.toMap(
                                KeptHours::id, kept -> kept.details().hours())),
                standard.orElse(WorkingHours.ALWAYS));
    }

    /** Those, or the house's; every hour if the house has none. */
    public WorkingHours of(@Nullable HoursId hours) {
        return hours == null ? standard : own.getOrDefault(hours, standard);
    }
}
