package sportello.web.admin;

import java.time.ZoneId;
import java.util.List;
import sportello.worktime.KeptHours;
import sportello.worktime.TypedHours;

/**
 * Working hours as somebody typed them.
 *
 * @param seen the version of those that are corrected
 * @param daysOff one a line
 */
public record HoursForm(int seen, TypedHours hours, String daysOff) {
    private static final String USUAL = "08:00–12:30, 13:30–17:30";

    /** As most offices work. */
    static HoursForm proposed(String name, ZoneId zone, boolean standard) {
        return of(
                0,
                new TypedHours(
                        name,
                        zone.getId(),
                        USUAL,
                        USUAL,
                        USUAL,
                        USUAL,
                        USUAL,
                        "",
                        "",
                        true,
                        List.of(),
                        standard,
                        true));
    }

    static HoursForm of(KeptHours kept) {
        return of(kept.version(), TypedHours.of(kept.details()));
    }

    private static HoursForm of(int seen, TypedHours hours) {
        return new HoursForm(seen, hours, String.join("\n", hours.daysOff()));
    }

    static HoursForm read(Sent sent) {
        var daysOff = sent.text("daysOff");
        return new HoursForm(
                sent.number("version"),
                new TypedHours(
                        sent.text("name"),
                        sent.text("zone"),
                        sent.text("monday"),
                        sent.text("tuesday"),
                        sent.text("wednesday"),
                        sent.text("thursday"),
                        sent.text("friday"),
                        sent.text("saturday"),
                        sent.text("sunday"),
                        sent.ticked("italianHolidays"),
                        daysOff.lines().toList(),
                        sent.ticked("standard"),
                        sent.ticked("valid")),
                daysOff);
    }
}
