package sportello.ticket;

/**
 * How an article came in that is a mail of somebody outside.
 *
 * @param address of its sender as the mail says, empty where it says none
 * @param replyTo where answers are wanted, empty if not elsewhere
 * @param unverified whether it is by somebody who is nobody to this ticket
 * @param doubted whether servers were asked who sent it and none vouched for the sender
 */
public record Came(String address, String replyTo, boolean unverified, boolean doubted) {

    /** Where an answer goes; empty where there is no address. Who may have forged the sender says nothing of it. */
    public String answerTo() {
        return replyTo.isEmpty() || doubted ? address : replyTo;
    }
}
