package sportello.mime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import sportello.mime.SignatureCheck.Verdict;

/** Judges signatures of OpenPGP, by the public keys that are known here; nobody else is asked. */
final class PgpSignatures {
    private static final int MOST = 10;

    private static final Set<Integer> WEAK_DIGESTS = Set.of(
            HashAlgorithmTags.MD5,
            HashAlgorithmTags.SHA1,
            HashAlgorithmTags.RIPEMD160,
            HashAlgorithmTags.DOUBLE_SHA,
            HashAlgorithmTags.MD2,
            HashAlgorithmTags.TIGER_192);

    private static final Set<Integer> OF_WORDS =
            Set.of(PGPSignature.BINARY_DOCUMENT, PGPSignature.CANONICAL_TEXT_DOCUMENT);

    private final MailKeys keys;
    private final Instant now;
    private final Deadline deadline;

    PgpSignatures(MailKeys keys, Instant now, Deadline deadline) {
        this.keys = keys;
        this.now = now;
        this.deadline = deadline;
    }

    /** The worst of what is to be said of any of them. */
    SignatureCheck check(List<PGPSignature> signatures, MailSource said, String sender) throws IOException {
        if (signatures.isEmpty() || signatures.size() > MOST) return invalid();
        var worst = check(signatures.getFirst(), said, sender);
        for (var signature : signatures.subList(1, signatures.size())) {
            var check = check(signature, said, sender);
            if (check.verdict().compareTo(worst.verdict()) > 0) worst = check;
        }
        return worst;
    }

    static SignatureCheck invalid() {
        return SignatureCheck.ofOpenPgp(Verdict.INVALID, "", "");
    }

    private SignatureCheck check(PGPSignature signature, MailSource said, String sender) throws IOException {
        var known = keys.known(signature.getKeyID());
        if (known.isEmpty()) return SignatureCheck.ofOpenPgp(Verdict.UNKNOWN_SIGNER, "", "");
        var address = sender.toLowerCase(Locale.ROOT);
        var own = known.stream().filter(one -> one.address().equals(address)).findFirst();
        var signer = own.orElse(known.getFirst());
        var verdict = verdict(signature, said, signer);
        return SignatureCheck.ofOpenPgp(
                verdict == Verdict.VALID && own.isEmpty() ? Verdict.OTHER_SENDER : verdict,
                signer.name(),
                signer.address());
    }

    private Verdict verdict(PGPSignature signature, MailSource said, KnownPgpKey signer) throws IOException {
        try {
            if (!OF_WORDS.contains(signature.getSignatureType()) || !isWhole(signature, said, signer))
                return Verdict.INVALID;
            if (WEAK_DIGESTS.contains(signature.getHashAlgorithm())) return Verdict.WEAK;
            return isInItsTime(signature, signer) ? Verdict.VALID : Verdict.EXPIRED;
        } catch (PGPException | RuntimeException e) {
            if (e instanceof Unfit unfit) throw unfit;
            return Verdict.INVALID;
        }
    }

    private boolean isWhole(PGPSignature signature, MailSource said, KnownPgpKey signer)
            throws IOException, PGPException {
        signature.init(new BcPGPContentVerifierBuilderProvider(), signer.keys().getPublicKey(signature.getKeyID()));
        var buffer = new byte[1 << 14];
        try (InputStream bytes = said.open()) {
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                deadline.check();
                signature.update(buffer, 0, read);
            }
        }
        return signature.verify();
    }

    /** Whether the key may sign today, and what was signed does not end by itself. */
    private boolean isInItsTime(PGPSignature signature, KnownPgpKey signer) {
        var certificate = new OpenPGPCertificate(signer.keys(), new BcOpenPGPImplementation());
        var hashed = signature.getHashedSubPackets();
        var lasting = hashed == null ? 0 : hashed.getSignatureExpirationTime();
        var over = lasting > 0
                && signature.getCreationTime().toInstant().plusSeconds(lasting).isBefore(now);
        return !over
                && certificate.getSigningKeys(Date.from(now)).stream()
                        .anyMatch(key -> key.getPGPPublicKey().getKeyID() == signature.getKeyID());
    }
}
