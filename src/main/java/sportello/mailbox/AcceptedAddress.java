package sportello.mailbox;

/**
 * Says for which addresses the desk takes mail that is brought to it. Whoever knows some implements this as a bean; what
 * nobody knows is refused, so that the desk passes on nothing for strangers.
 */
public interface AcceptedAddress {

    /** @param address as the bringer gave it, without angle brackets */
    boolean accepts(String address);
}
