package sportello.stats;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sportello.worktime.Course;
import sportello.worktime.HoursId;
import sportello.worktime.Timetable;

/**
 * How work adds up by each of the house's working hours, as columns of one table; what they do not know works by
 * {@link #STANDARD}. What was before them counts as no work.
 */
record Courses(List<Long> hours, List<Double> edges, List<Double> sums, List<Long> own) {
    private static final long STANDARD = 0;
    private static final int YEARS = 10;

    static Courses of(Timetable timetable, Moments moments) {
        var until = moments.until();
        var since = moments.since().atZone(ZoneOffset.UTC).minusYears(YEARS).toInstant();
        var all = new Courses(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                timetable.own().keySet().stream().map(HoursId::value).toList());
        all.add(STANDARD, timetable.standard().course(since, until));
        timetable.own().forEach((id, hours) -> all.add(id.value(), hours.course(since, until)));
        return all;
    }

    private void add(long id, Course course) {
        course.edges().forEach(edge -> hours.add(id));
        edges.addAll(course.edges());
        sums.addAll(course.sums());
    }

    Map<String, Object> parameters() {
        return Map.of(
                "hours", hours.toArray(Long[]::new),
                "edges", edges.toArray(Double[]::new),
                "sums", sums.toArray(Double[]::new),
                "own", own.toArray(Long[]::new),
                "standard", STANDARD);
    }
}
