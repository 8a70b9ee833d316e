package sportello.demo.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which offices work: Monday to Friday, 8:30 to 12:30 and 14:00 to 17:30. */
record WorkingTime(ZoneId zone) {
    /** Working minutes of a day. */
    static final int DAY = 450;

    private static final int MORNING = 240;
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime OPENS_AGAIN = LocalTime.of(14, 0);

    /** The moment after which so many working minutes had passed until then. */
    Instant before(Instant then, long minutes) {
        var moment = then.atZone(zone);
        var day = moment.toLocalDate();
        var worked = workedUntil(moment);
        var left = minutes;
        while (left > worked) {
            left -= worked;
            day = day.minusDays(1);
            worked = isWorkday(day) ? DAY : 0;
        }
        return at(day, (int) (worked - left));
    }

    /** So many working days later, or earlier if negative; never on a weekend. */
    static LocalDate shift(LocalDate from, int workdays) {
        var day = from;
        var step = workdays < 0 ? -1 : 1;
        for (var left = Math.abs(workdays); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkday(day)) left--;
        }
        return day;
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static int workedUntil(ZonedDateTime moment) {
        if (!isWorkday(moment.toLocalDate())) return 0;
        var morning = minutesFrom(OPENS, moment.toLocalTime(), MORNING);
        return morning + minutesFrom(OPENS_AGAIN, moment.toLocalTime(), DAY - MORNING);
    }

    private static int minutesFrom(LocalTime start, LocalTime time, int atMost) {
        return Math.clamp((time.toSecondOfDay() - start.toSecondOfDay()) / 60, 0, atMost);
    }

    private Instant at(LocalDate day, int worked) {
        var time = worked < MORNING ? OPENS.plusMinutes(worked) : OPENS_AGAIN.plusMinutes(worked - MORNING);
        return day.atTime(time).atZone(zone).toInstant();
    }
}
