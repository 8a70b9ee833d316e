package sportello.mime;

/** What tells that no person wrote this mail, or that none wants an automatic answer to it. */
public enum AutomaticSign {
    /** {@code Auto-Submitted} other than {@code no} (RFC 3834). */
    AUTO_SUBMITTED,
    /** It came over a mailing list. */
    LIST,
    /** {@code Precedence: bulk}, {@code junk} or {@code list}. */
    BULK,
    /** A desk marked it so that no other answers it: {@code X-Loop}, {@code X-OTRS-Loop}, {@code X-No-Loop}. */
    LOOP,
    /** {@code Return-Path: <>}: answers reach nobody. */
    NULL_SENDER,
    /** {@code X-Auto-Response-Suppress} for automatic replies. */
    SUPPRESSED,
    /** The address is one of a program: mailer-daemon, postmaster, noreply. */
    ROBOT,
    /** Somebody is away and their program says so. */
    OUT_OF_OFFICE,
    /** The provider of certified mail wrote it, not a person. */
    RECEIPT;

    /** Whether no person wrote it; of the others a person may have written, and wants no automatic answer. */
    boolean isOfAMachine() {
        return switch (this) {
            case AUTO_SUBMITTED, LOOP, NULL_SENDER, ROBOT, OUT_OF_OFFICE, RECEIPT -> true;
            case LIST, BULK, SUPPRESSED -> false;
        };
    }
}
