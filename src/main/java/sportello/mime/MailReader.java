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
import sportello.base.Language;

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
    private final MailKeys keys;
    private final Limits limits;
    private final Path folder;

    @Autowired
    public MailReader(Clock clock, MailKeys keys) {
        this(Signers.trustingJava(clock), keys, Limits.STANDARD, Path.of(System.getProperty("java.io.tmpdir")));
    }

    MailReader(Signers signers, MailKeys keys, Limits limits, Path folder) {
        this.folder = folder;
        this.keys = keys;
        this.signers = signers;
        this.limits = limits;
    }

    /**
     * Reads a mail. What has no name in it gets one in the house's language. That its bytes cannot be had, or that the disk
     * is full, says nothing about the mail and is thrown as {@link UncheckedIOException}.
     */
    public Reading read(MailSource raw, Language house) {
        var spool = new Spool(folder, Deadline.in(limits.time()), limits.size());
        var kept = false;
        try {
            var mail = read(raw, new FileNames(house), spool);
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

    /** Whatever goes wrong in here costs this mail alone. */
    ReadMail read(MailSource raw, FileNames names, Spool spool) throws IOException {
        var cut = Cutting.cut(kept(raw, spool), limits, spool.deadline());
        var envelope = cut.root();
        if (USUAL.stream().noneMatch(field -> envelope.head().first(field).isPresent()))
            throw new Unfit("not_a_mail", "there is no head of a mail");
        var signatures = new Signatures(signers, new AskedKeys(keys), spool, limits);
        var signed = signatures.check(envelope, author(envelope.head())).orElse(null);
        var body = signed == null || signed.content() == null ? envelope : signed.content();
        var pec = PecEnvelope.of(headed(envelope, body), isByProvider(signed), spool, limits)
                .orElse(null);
        var letter = pec == null ? null : pec.letter();
        var head = letter == null ? envelope.head() : letter.head();
        var check = pec == null ? check(signed) : providersWord(envelope, signed, spool);
        var outermost = Layer.outermost(letter == null ? body : letter, cut.crowded(), check);
        var layer = within(outermost, signatures, author(head), spool);
        return mail(spool, names, envelope, head, pec == null ? layer : layer.signed(outermost.signature()), pec);
    }

    private Layer within(Layer outer, Signatures signatures, String author, Spool spool) throws IOException {
        var taken = new Unsealing(new AskedKeys(keys), spool, limits)
                .take(outer.mail())
                .orElse(null);
        if (taken == null) return outer;
        var mail = taken.mail();
        if (mail == null) return outer.closed(taken.encryption());
        var signed = signatures.check(mail.root(), author).orElse(null);
        var together = signatures.within(taken.unsealed(), author);
        return outer.opened(
                taken.encryption(),
                mail,
                signed == null && together != null ? new Signatures.Signed(together, null) : signed,
                taken.around());
    }

    /** Providers of certified mail sign by S/MIME. */
    private static boolean isByProvider(Signatures.@Nullable Signed signed) {
        return signed != null && signed.check().kind() == Encryption.Kind.SMIME;
    }

    /** Where the house names who vouches for providers, nobody else's word about one counts. */
    private @Nullable SignatureCheck providersWord(Part envelope, Signatures.@Nullable Signed signed, Spool spool)
            throws IOException {
        var authorities = new AskedKeys(keys).pecAuthorities();
        if (authorities.isEmpty()) return check(signed);
        var providers = new Signatures(signers.trusting(authorities), new AskedKeys(keys), spool, limits);
        return check(providers.check(envelope, author(envelope.head())).orElse(null));
    }

    private static String author(Head head) {
        var from = Letterheads.from(head);
        return from == null ? "" : from.address();
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

    private static @Nullable SignatureCheck check(Signatures.@Nullable Signed signed) {
        return signed == null ? null : signed.check();
    }

    /** What was within a signature speaks with the head of the mail around it. */
    private static Part headed(Part envelope, Part body) {
        return new Part(envelope.head(), body.whole(), body.body(), body.defaultType(), List.of(body), false);
    }

    private ReadMail mail(
            Spool spool, FileNames names, Part envelope, Head head, Layer layer, @Nullable PecEnvelope pec)
            throws IOException {
        var contents = Bodies.read(layer, envelope.whole(), spool, limits, names);
        var report = pec == null || pec.letter() == null
                ? DeliveryReports.of(headed(envelope, layer.mail()), contents.text(), limits, spool.deadline())
                : null;
        var certified = pec == null ? null : pec.pec();
        return new ReadMail(
                spool,
                envelope.head().decoded(),
                letterhead(head, envelope.head()),
                contents,
                automatic(head, certified),
                new Findings(
                        report,
                        certified,
                        layer.signature(),
                        layer.encryption(),
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
