package sportello.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to send to one person.
 *
 * @param inReplyTo the mail that is answered
 * @param references the mails of the same thread, oldest first; of a long thread the first and the latest are kept
 * @param autoSubmitted whether no person wrote it, so that no machine answers (RFC 3834)
 * @param autoReplied whether the house itself answers a mail by it: then nobody is to be told that it did not arrive
 * @param addressees the lines on a mail that goes to others too; empty where its one recipient stands there
 * @param files what goes along
 * @param origin who wrote it first, for a mail that is passed on unchanged
 * @param sender from whom it comes, null for the company; without a name it has the company's
 */
public record Letter(
        Recipient to,
        String subject,
        LetterBody body,
        @Nullable MessageId inReplyTo,
        List<MessageId> references,
        boolean autoSubmitted,
        boolean autoReplied,
        Addressees addressees,
        List<LetterFile> files,
        @Nullable Origin origin,
        @Nullable Recipient sender) {

    private static final int LONGEST_THREAD = 20;

    public Letter {
        subject = HeaderText.clean(subject);
        references = shortened(references);
        addressees = addressees.onPaper();
        files = List.copyOf(files);
    }

    /** A letter to one person, without files. */
    public Letter(
            Recipient to,
            String subject,
            LetterBody body,
            @Nullable MessageId inReplyTo,
            List<MessageId> references,
            boolean autoSubmitted) {
        this(to, subject, body, inReplyTo, references, autoSubmitted, false, Addressees.NONE, List.of(), null, null);
    }

    /** A letter that a person wrote, to several people. */
    public Letter(
            Recipient to,
            String subject,
            LetterBody body,
            @Nullable MessageId inReplyTo,
            List<MessageId> references,
            boolean autoSubmitted,
            Addressees addressees,
            List<LetterFile> files) {
        this(to, subject, body, inReplyTo, references, autoSubmitted, false, addressees, files, null, null);
    }

    /** What somebody else wrote, passed on to one person. */
    public static Letter passedOn(
            Recipient to, String subject, LetterBody body, List<LetterFile> files, Origin origin) {
        return new Letter(to, subject, body, null, List.of(), false, false, Addressees.NONE, files, origin, null);
    }

    /** What the house answers by itself. */
    public static Letter autoReply(
            Recipient to, String subject, LetterBody body, @Nullable MessageId inReplyTo, List<MessageId> references) {
        return new Letter(to, subject, body, inReplyTo, references, true, true, Addressees.NONE, List.of(), null, null);
    }

    /** The same to somebody else. */
    public Letter to(Recipient other) {
        return new Letter(
                other,
                subject,
                body,
                inReplyTo,
                references,
                autoSubmitted,
                autoReplied,
                addressees,
                files,
                origin,
                sender);
    }

    /** The same with these files. */
    public Letter with(List<LetterFile> enclosed) {
        return new Letter(
                to,
                subject,
                body,
                inReplyTo,
                references,
                autoSubmitted,
                autoReplied,
                addressees,
                enclosed,
                origin,
                sender);
    }

    /** The same from somebody else; null for the company. */
    public Letter sentBy(@Nullable Recipient somebody) {
        return new Letter(
                to,
                subject,
                body,
                inReplyTo,
                references,
                autoSubmitted,
                autoReplied,
                addressees,
                files,
                origin,
                somebody);
    }

    /** The address from which it comes; empty if the company has none. */
    String from(Company company) {
        return sender == null ? company.email() : sender.address();
    }

    private static List<MessageId> shortened(List<MessageId> thread) {
        if (thread.size() <= LONGEST_THREAD) return List.copyOf(thread);
        var kept = new ArrayList<MessageId>();
        kept.add(thread.getFirst());
        kept.addAll(thread.subList(thread.size() - LONGEST_THREAD + 1, thread.size()));
        return List.copyOf(kept);
    }
}
