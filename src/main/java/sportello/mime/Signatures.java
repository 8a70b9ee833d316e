package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signature, of S/MIME or OpenPGP, that covers a whole mail. A signature deeper within says nothing about what stands around it
 * and stays a file.
 */
final class Signatures {

    private static final int LONGEST = Bounded.MOST;
    private static final Set<String> SIGNATURE = Set.of("application/pkcs7-signature", "application/x-pkcs7-signature");

    private static final String PGP_SIGNATURE = "application/pgp-signature";

    private final Signers signers;
    private final PgpSignatures pgp;
    private final Spool spool;
    private final Limits limits;

    /**
     * What the check found.
     *
     * @param content the mail that was within the signature, where it was packed into it
     */
    record Signed(SignatureCheck check, @Nullable Part content) {}

    Signatures(Signers signers, MailKeys keys, Spool spool, Limits limits) {
        this.signers = signers;
        this.pgp = new PgpSignatures(keys, signers.now(), spool.deadline());
        this.spool = spool;
        this.limits = limits;
    }

    Optional<Signed> check(Part mail, String sender) throws IOException {
        if (mail.is("multipart/signed")
                && mail.parts().size() >= 2
                && SIGNATURE.contains(mail.parts().get(1).type()))
            return Optional.of(new Signed(detached(mail, sender), null));
        if (mail.is("multipart/signed")
                && mail.parts().size() >= 2
                && mail.parts().get(1).is(PGP_SIGNATURE)) return Optional.of(new Signed(openPgp(mail, sender), null));
        if (mail.is("text/plain") && !mail.unopened()) return inText(mail, sender);
        return isOpaque(mail) ? opaque(mail, sender) : Optional.empty();
    }

    /** What follows the signature is covered by nothing. */
    private SignatureCheck openPgp(Part mail, String sender) throws IOException {
        if (mail.parts().size() > 2) return PgpSignatures.invalid();
        var whole = mail.parts().getFirst().whole();
        return pgp.check(signatures(mail.parts().get(1)::open), () -> new CanonicalStream(whole.open()), sender);
    }

    /** What is read is what was signed, without its armour. */
    private Optional<Signed> inText(Part mail, String sender) throws IOException {
        var text = SignedText.in(mail).orElse(null);
        if (text == null) return Optional.empty();
        var check = pgp.check(signatures(() -> new ByteArrayInputStream(text.signature())), text.source(), sender);
        var type = mail.head().first("Content-Type").orElse(mail.defaultType());
        var head = ("Content-Type: " + type + "\r\n\r\n").getBytes(ISO_8859_1);
        var shown = new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(text.shown()));
        return Optional.of(new Signed(check, opened(spool.keep(shown))));
    }

    /** Of a message that was signed and encrypted in one; null if it was not signed. */
    @Nullable SignatureCheck within(Unsealed unsealed, String sender) throws IOException {
        var content = unsealed.content();
        if (content == null || !unsealed.announced() && unsealed.signatures().isEmpty()) return null;
        return pgp.check(unsealed.signatures(), content::open, sender);
    }

    /** None if they are nothing of the kind. */
    private static List<PGPSignature> signatures(MailSource armoured) throws IOException {
        try (var bytes = new Bounded(armoured.open())) {
            return Damaged.unless(() -> PgpMessage.signatures(new BcPGPObjectFactory(PGPUtil.getDecoderStream(bytes))));
        } catch (Damaged nothing) {
            return List.of();
        }
    }

    private static boolean isOpaque(Part mail) {
        if (!Sealed.ENVELOPES.contains(mail.type())) return false;
        return mail.contentType()
                .parameter("smime-type")
                .filter(type -> !type.equalsIgnoreCase("signed-data"))
                .isEmpty();
    }

    /** What follows the signature is covered by nothing. */
    private SignatureCheck detached(Part mail, String sender) throws IOException {
        if (mail.parts().size() > 2) return SignatureCheck.INVALID;
        try (var encoded = mail.parts().get(1).open()) {
            var block = encoded.readNBytes(LONGEST + 1);
            if (block.length > LONGEST) return SignatureCheck.INVALID;
            var bare = new CMSSignedData(block);
            if (bare.getSignedContent() != null) return SignatureCheck.INVALID;
            var digests = digests(bare.getSignerInfos(), mail.parts().getFirst().whole());
            var signed = new CMSSignedData(digests, block);
            return signers.check(signed.getSignerInfos(), signed.getCertificates(), sender);
        } catch (CMSException | GeneralSecurityException | RuntimeException e) {
            return failed(e);
        }
    }

    /** Whatever goes wrong in taking a signature apart, it is none; only the end of time is not its doing. */
    private static SignatureCheck failed(Exception e) {
        if (e instanceof Unfit unfit) throw unfit;
        return SignatureCheck.INVALID;
    }

    private Map<String, byte[]> digests(SignerInformationStore infos, Spool.Bytes content)
            throws IOException, GeneralSecurityException {
        var digests = new HashMap<String, MessageDigest>();
        for (var signer : infos.getSigners())
            digests.put(signer.getDigestAlgOID(), MessageDigest.getInstance(signer.getDigestAlgOID()));
        var buffer = new byte[1 << 14];
        try (var bytes = new CanonicalStream(content.open())) {
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                spool.deadline().check();
                for (var digest : digests.values()) digest.update(buffer, 0, read);
            }
        }
        var done = new HashMap<String, byte[]>();
        digests.forEach((name, digest) -> done.put(name, digest.digest()));
        return done;
    }

    /** The mail is in the signature; whatever else is in there may only be small. */
    private Optional<Signed> opaque(Part mail, String sender) throws IOException {
        Spool.Bytes content = null;
        try (var bytes = new Bounded(mail.open())) {
            var parser = new CMSSignedDataParser(new JcaDigestCalculatorProviderBuilder().build(), bytes);
            var signedContent = parser.getSignedContent();
            if (signedContent == null) return Optional.empty();
            bytes.release();
            content = spool.keep(signedContent.getContentStream());
            bytes.bind();
            @SuppressWarnings("unchecked") // the library has no type for it
            Store<X509CertificateHolder> certificates = parser.getCertificates();
            var check = signers.check(parser.getSignerInfos(), certificates, sender);
            return Optional.of(new Signed(check, opened(content)));
        } catch (CMSException | OperatorCreationException | IOException | RuntimeException e) {
            if (content == null) return e instanceof Unfit unfit ? raise(unfit) : Optional.empty();
            return Optional.of(new Signed(failed(e), opened(content)));
        }
    }

    private static Optional<Signed> raise(Unfit unfit) {
        throw unfit;
    }

    private Part opened(Spool.Bytes content) throws IOException {
        return Cutting.cut(content, limits, spool.deadline()).root();
    }
}
