package sportello.notification;

/** Identifies what one person was told of one event. */
public record NotificationId(long value) {}
