package sportello.web.admin;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.web.Zones;
import sportello.worktime.KeptHours;

/** @param kept those that are corrected, null for new ones */
public record HoursFormPage(
        @Nullable KeptHours kept,
        HoursForm form,
        @Nullable Guide guide,
        @Nullable Refusal refusal) {
    private static final Set<String> OF_A_DAY = Set.of("hours.span", "hours.overlap", "hours.many_spans");
    private static final Set<String> OF_DAYS_OFF = Set.of("hours.day_off", "hours.many_days_off");

    public String action() {
        return kept == null
                ? Area.HOURS.address()
                : Area.HOURS.address() + "/" + kept.id().value();
    }

    public List<String> zones() {
        return Zones.ofPlaces();
    }

    /** What was typed for the day. */
    public String line(DayOfWeek day) {
        return form.hours().days().get(day.ordinal());
    }

    /** What is amiss with the day. */
    public @Nullable Refusal about(DayOfWeek day) {
        if (refusal == null || !isOf(OF_A_DAY)) return null;
        return refusal.arguments().getFirst().equals(line(day)) ? refusal : null;
    }

    public @Nullable Refusal aboutDaysOff() {
        return isOf(OF_DAYS_OFF) ? refusal : null;
    }

    /** What is amiss elsewhere. */
    public @Nullable Refusal general() {
        return isOf(OF_A_DAY) || isOf(OF_DAYS_OFF) ? null : refusal;
    }

    private boolean isOf(Set<String> why) {
        return refusal != null && why.contains(refusal.message());
    }
}
