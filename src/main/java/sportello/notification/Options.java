package sportello.notification;

/**
 * How a rule of the house's own tells people.
 *
 * @param daily of one ticket everybody at most once a day
 * @param absentToo whoever is away too, beside whoever stands in
 * @param actorToo whoever did it too
 * @param withFiles with the files of the text, as far as the reader may read it
 * @param mayBeSilenced whether agents may choose not to be told
 * @param inWorkingHours whether it waits for the working hours of the ticket's queue
 */
public record Options(
        boolean daily,
        boolean absentToo,
        boolean actorToo,
        boolean withFiles,
        boolean mayBeSilenced,
        boolean inWorkingHours) {
    public static final Options NONE = new Options(false, false, false, false, false, false);
}
