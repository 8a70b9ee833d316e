package sportello.mailbox;

/** Somebody else reads the mailbox now; what was being written does not count. */
final class LeaseLost extends RuntimeException {

    LeaseLost(Lease lease) {
        super("mailbox " + lease.mailbox().value() + " is read by another");
    }
}
