package sportello.notification;

/** A place in the table of who is told. */
public record Cell(Moment moment, Audience audience) {

    /** For forms, and for the book. */
    public String key() {
        return moment.key() + "." + audience.key();
    }
}
