package sportello.mime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the S/MIME signature that covers a whole mail. A signature deeper within says nothing about what stands around it
 * and stays a file.
 */
final class Signatures {

    private static final int LONGEST = Bounded.MOST;
    private static final Set<String> SIGNATURE = Set.of("application/pkcs7-signature", "application/x-pkcs7-signature");

    private final Signers signers;
    private final Spool spool;
    private final Limits limits;

    /**
     * What the check found.
     *
     * @param content the mail that was within the signature, where it was packed into it
     */
    record Signed(SignatureCheck check, @Nullable Part content) {}

    Signatures(Signers signers, Spool spool, Limits limits) {
        this.signers = signers;
        this.spool = spool;
        this.limits = limits;
    }

    Optional<Signed> check(Part mail, String sender) throws IOException {
        if (mail.is("multipart/signed")
                && mail.parts().size() >= 2
                && SIGNATURE.contains(mail.parts().get(1).type()))
            return Optional.of(new Signed(detached(mail, sender), null));
        return isOpaque(mail) ? opaque(mail, sender) : Optional.empty();
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
