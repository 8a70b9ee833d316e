package sportello.calendar;

/** Identifies an appointment. */
public record AppointmentId(long value) {}
