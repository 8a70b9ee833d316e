package sportello.cast;

/** The queues in which the cast works; the raw queue is the house's own. */
public enum Place {
    IMPIANTI("Energia::Impianti termici"),
    GUASTI("Illuminazione::Guasti"),
    AMMINISTRAZIONE("Amministrazione");

    private final String queue;

    Place(String queue) {
        this.queue = queue;
    }

    public String queue() {
        return queue;
    }
}
