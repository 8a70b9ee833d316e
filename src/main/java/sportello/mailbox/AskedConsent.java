package sportello.mailbox;

/**
 * What was asked of a provider, whose answer will come through the browser.
 *
 * @param sending whether mail is to be handed over with it too
 * @param verifier what proves that the answer is for us (RFC 7636)
 */
record AskedConsent(MailboxId mailbox, Client client, boolean sending, String verifier) {

    @Override
    public String toString() {
        return "AskedConsent[" + mailbox + ", " + client + "]";
    }
}
