package sportello.ticket;

/**
 * A state of the house's own as administrators keep it.
 *
 * @param uses how many tickets are in it
 */
public record KeptOwnState(OwnState state, KeptLabel label, long uses) {
    public int id() {
        return state.own();
    }

    /** In Italian. */
    public String name() {
        return label.name().italian();
    }
}
