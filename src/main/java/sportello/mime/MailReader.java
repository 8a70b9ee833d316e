package sportello.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads mails, whatever they are. */
@Component
public class MailReader {

    /** A mail has one of them; what has none is a text in which a colon follows a word. */
    private static final List<String> USUAL = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Received",
            "Return-Path",
            "Sender",
            "Cc",
            "Delivered-To",
            "MIME-Version",
            "Content-Type",
            "Resent-From");

    private final Signers signers;
    private final Limits limits;
    private final Path folder;

    @Autowired
    public MailReader(Clock clock) {
        this(Signers.trustingJava(clock), Limits.STANDARD, Path.of(System.getProperty("java.io.tmpdir")));
    }

    MailReader(Signers signers, Limits limits, Path folder) {
        this.folder = folder;
        this.signers = signers;
        this.limits = limits;
    }

    /**
     * Reads a mail. That its bytes cannot be had, or that the disk is full, says nothing about the mail and is thrown as
     * {@link UncheckedIOException}.
     */
    public Reading read(MailSource raw) {
        var spool = new Spool(folder, Deadline.in(limits.time()), limits.size());
        var kept = false;
        try {
            var mail = read(raw, spool);
            kept = true;
            return new Reading.Readable(mail);
        } catch (Unfit e) {
            return new Reading.Unreadable(e.reason(), e.detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            // a mistake of ours or of a library must cost one mail, never the mailbox
            return new Reading.Unreadable("broken", e.getClass().getName() + ": " + e.getMessage());
        } finally {
            if (!kept) spool.close();
        }
    }

    private ReadMail read(MailSource raw, Spool spool) throws IOException {
        var cut = Cutting.cut(kept(raw, spool), limits, spool.deadline());
        var envelope = cut.root();
        if (USUAL.stream().noneMatch(field -> envelope.head().first(field).isPresent()))
            throw new Unfit("not_a_mail", "there is no head of a mail");
        var sender = Letterheads.of(envelope.head()).from();
        var signed = new Signatures(signers, spool, limits)
                .check(envelope, sender == null ? "" : sender.address())
                .orElse(null);
        var body = signed == null || signed.content() == null ? envelope : signed.content();
        var pec = PecEnvelope.of(headed(envelope, body), signed != null, spool, limits)
                .orElse(null);
        var letter = pec == null || pec.letter() == null ? null : pec.letter();
        return mail(spool, cut, body, letter, new Certificates(pec == null ? null : pec.pec(), check(signed)));
    }

    /** Whoever has the bytes may fail in ways of his own; none of them is the mail's fault. */
    private static Spool.Bytes kept(MailSource raw, Spool spool) throws IOException {
        try (var stream = raw.open()) {
            return spool.keep(stream);
        } catch (Unfit unfit) {
            throw unfit;
        } catch (RuntimeException fault) {
            throw new IOException("The bytes of the mail cannot be had", fault);
        }
    }

    private record Certificates(@Nullable Pec pec, @Nullable SignatureCheck signature) {}

    private static @Nullable SignatureCheck check(Signatures.@Nullable Signed signed) {
        return signed == null ? null : signed.check();
    }

    /** What was within a signature speaks with the head of the mail around it. */
    private static Part headed(Part envelope, Part body) {
        return new Part(envelope.head(), body.whole(), body.body(), body.defaultType(), List.of(body), false);
    }

    private ReadMail mail(Spool spool, Cutting.Cut cut, Part body, @Nullable Part letter, Certificates certificates)
            throws IOException {
        var envelope = cut.root();
        var read = letter == null ? body : letter;
        var head = letter == null ? envelope.head() : letter.head();
        var contents = Bodies.read(new Cutting.Cut(read, cut.crowded()), envelope.whole(), spool, limits);
        var report = letter == null
                ? DeliveryReports.of(headed(envelope, body), contents.text(), limits, spool.deadline())
                : null;
        return new ReadMail(
                spool,
                envelope.head().decoded(),
                letterhead(head, envelope.head()),
                contents,
                automatic(head, certificates.pec()),
                new Findings(
                        report,
                        certificates.pec(),
                        certificates.signature(),
                        authentications(envelope.head()),
                        AddressList.of(envelope.head().all("From")).size() == 1));
    }

    /** As they were written: in encoded words no server speaks. */
    private static List<AuthenticationResults> authentications(Head head) {
        return head.all("Authentication-Results").stream()
                .flatMap(field -> AuthenticationResults.read(field).stream())
                .toList();
    }

    private static Set<AutomaticSign> automatic(Head head, @Nullable Pec pec) {
        var signs = EnumSet.copyOf(AutomaticSigns.of(head));
        if (pec instanceof Pec.Receipt) signs.add(AutomaticSign.RECEIPT);
        return signs;
    }

    /** The envelope of certified mail knows for whom it came, and how its provider calls it. */
    private static Letterhead letterhead(Head head, Head envelope) {
        var own = Letterheads.of(head);
        return head.equals(envelope) ? own : own.within(Letterheads.of(envelope));
    }
}
