package sportello.mime;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mail as a person reads it. Closing it deletes its temporary file. */
public final class ReadMail implements AutoCloseable {

    private final Spool spool;
    private final MailHeaders headers;
    private final Letterhead head;
    private final Contents contents;
    private final Set<AutomaticSign> automatic;
    private final Findings findings;

    ReadMail(
            Spool spool,
            MailHeaders headers,
            Letterhead head,
            Contents contents,
            Set<AutomaticSign> automatic,
            Findings findings) {
        this.spool = spool;
        this.headers = headers;
        this.head = head;
        this.contents = contents;
        this.automatic = Set.copyOf(automatic);
        this.findings = findings;
    }

    /** The head of the mail as it arrived: of certified mail, the head of the envelope. */
    public MailHeaders headers() {
        return headers;
    }

    /** The name of the mail as written, with angle brackets. */
    public @Nullable String messageId() {
        return head.messageId();
    }

    /** The mails it follows, oldest first: {@code References}, then {@code In-Reply-To}. */
    public List<String> references() {
        return head.references();
    }

    /** Who wrote it, as the mail says; the first, if several did. */
    public @Nullable MailAddress from() {
        return head.from();
    }

    /** Who sent it off for them. */
    public @Nullable MailAddress sender() {
        return head.sender();
    }

    /** Where they want answers to go. */
    public List<MailAddress> replyTo() {
        return head.replyTo();
    }

    /** To whom it is written. */
    public List<MailAddress> to() {
        return head.to();
    }

    /** Who is to know. */
    public List<MailAddress> cc() {
        return head.cc();
    }

    /** For whom it came, the surest first: Resent-To, Envelope-To, To, Cc, Delivered-To, X-Original-To. */
    public List<String> deliveredTo() {
        return head.deliveredTo();
    }

    /** What it is about; empty if it does not say. */
    public String subject() {
        return head.subject();
    }

    /** When it was written, if that can be made out. */
    public @Nullable Instant date() {
        return head.date();
    }

    /** What a reader reads: the plain text, or the HTML written as text. */
    public String text() {
        return contents.text();
    }

    /** The HTML of the mail as it came, if it has any. It is not safe to show. */
    public @Nullable String html() {
        return contents.html();
    }

    /** Where in the text the former mail begins that is quoted below; the length of the text if there is none. */
    public int quoteFrom() {
        return contents.quoteFrom();
    }

    /** What came with it, in its order. */
    public List<MailFile> files() {
        return contents.files();
    }

    /** Why no automatic answer should go to it. */
    public Set<AutomaticSign> automatic() {
        return automatic;
    }

    /** Whether no person wrote it. */
    public boolean isByMachine() {
        return automatic.stream().anyMatch(AutomaticSign::isOfAMachine);
    }

    /** What a server tells about a mail of ours, if this is such a report. */
    public @Nullable DeliveryReport report() {
        return findings.report();
    }

    public @Nullable Pec pec() {
        return findings.pec();
    }

    /**
     * Whether a provider of certified mail attests who sent it, by a signature to rely on. Anybody can build what has the
     * structure of it and sign that.
     */
    public boolean isAttested() {
        var signature = findings.signature();
        if (signature == null || signature.verdict() != SignatureCheck.Verdict.VALID) return false;
        var from = head.from();
        return switch (findings.pec()) {
            case Pec.Certified certified ->
                from != null
                        && from.address().equalsIgnoreCase(certified.sender().address());
            case Pec.Receipt _ -> true;
            case Pec.Uncertified _ -> false;
            case null -> false;
        };
    }

    /** Whether it reads as what was within the envelope of certified mail, which somebody else sent. */
    public boolean isWithinEnvelope() {
        return findings.pec() instanceof Pec.Certified || findings.pec() instanceof Pec.Uncertified;
    }

    /**
     * Of the mail as it arrived: of certified mail, the signature of the provider. Of an encrypted mail that within, if it
     * covers all that came.
     */
    public @Nullable SignatureCheck signature() {
        return findings.signature();
    }

    /** That it came encrypted, and what became of opening it. */
    public @Nullable Encryption encryption() {
        return findings.encryption();
    }

    /** What servers say of its sender, topmost first; true and false alike. */
    public List<AuthenticationResults> authentications() {
        return findings.authentications();
    }

    /** Whether it names one author and no more. */
    public boolean isFromOne() {
        return findings.isFromOne();
    }

    @Override
    public void close() {
        spool.close();
    }
}
