package sportello.mailbox;

/**
 * How far a mailbox was read.
 *
 * @param validity as {@link OpenBox#validity} was then
 * @param last the last name that was taken, where names are numbers
 * @param epoch how often it began anew
 */
record Position(long validity, long last, int epoch) {

    /** Whether the names of mails still mean what they meant; a restored mailbox gives old names to new mails. */
    boolean isOf(OpenBox box) {
        var wentBack = box.next() > 0 && box.next() <= last;
        return epoch > 0 && validity == box.validity() && !wentBack;
    }
}
