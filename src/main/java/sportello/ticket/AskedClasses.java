package sportello.ticket;

/** What somebody who classifies is asked: of which type a ticket is, and for which service. */
public record AskedClasses(boolean type, boolean service) {

    public boolean areNone() {
        return !type && !service;
    }

    /** For the messages. */
    public String key() {
        if (type && service) return "classes";
        return service ? "service" : "type";
    }
}
