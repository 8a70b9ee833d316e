package sportello.web.agent.calendar;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.calendar.AppointmentId;

/**
 * The form of an appointment.
 *
 * @param id of the one that is changed, null for a new one
 */
public record AppointmentPage(
        @Nullable AppointmentId id,
        AppointmentForm form,
        @Nullable Refusal refusal) {

    /** Where the form is sent. */
    public String address() {
        return "/calendar/appointments" + (id == null ? "" : "/" + id.value());
    }
}
