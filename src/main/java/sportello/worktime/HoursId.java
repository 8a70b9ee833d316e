package sportello.worktime;

public record HoursId(long value) {}
