package sportello.web.admin;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sportello.worktime.HoursDetails;
import sportello.worktime.KeptHours;

/** All working hours, and which queues follow them. */
public record HoursPage(List<KeptHours> kept) {

    public List<DayOfWeek> worked(HoursDetails details) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> !line(details, day).isEmpty())
                .toList();
    }

    public String line(HoursDetails details, DayOfWeek day) {
        return details.hours().week().line(day);
    }

    /** For the messages. */
    public static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
