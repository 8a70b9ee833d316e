package sportello.mime;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.asn1.smime.SMIMECapabilities;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;
import org.springframework.util.function.SingletonSupplier;
import sportello.mime.SignatureCheck.Verdict;
import sportello.settings.Trust;

/** Judges who signed: whether the signature is whole, who vouches for the signer, and whether it is the sender. */
final class Signers {

    private static final int MOST = 10;
    private static final int MOST_CERTIFICATES = 50;
    private static final int LONGEST_CHAIN = 6;
    /** MD2, MD4, MD5, SHA-1. */
    private static final Set<String> WEAK_DIGESTS =
            Set.of("1.2.840.113549.2.2", "1.2.840.113549.2.4", "1.2.840.113549.2.5", "1.3.14.3.2.26");

    private static final Set<String> MAIL = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");

    private final Clock clock;
    private final Supplier<Set<TrustAnchor>> anchors;

    Signers(Clock clock, Supplier<Set<TrustAnchor>> anchors) {
        this.clock = clock;
        this.anchors = SingletonSupplier.of(anchors);
    }

    /** Those that trust whom Java trusts; who that is is read when the first signed mail comes. */
    static Signers trustingJava(Clock clock) {
        return new Signers(clock, Trust::wellKnownAuthorities);
    }

    /** The same, but believing others. */
    Signers trusting(Set<TrustAnchor> others) {
        return new Signers(clock, () -> others);
    }

    Instant now() {
        return clock.instant();
    }

    /** The worst of what is to be said of any signer. */
    SignatureCheck check(SignerInformationStore infos, Store<X509CertificateHolder> known, String sender) {
        var certificates = known.getMatches(null);
        if (infos.size() == 0 || infos.size() > MOST || certificates.size() > MOST_CERTIFICATES)
            return SignatureCheck.INVALID;
        var worst = SignatureCheck.INVALID;
        var first = true;
        for (var info : infos.getSigners()) {
            var check = check(info, certificates, sender);
            if (first || check.verdict().compareTo(worst.verdict()) > 0) worst = check;
            first = false;
        }
        return worst;
    }

    private SignatureCheck check(SignerInformation info, Iterable<X509CertificateHolder> certificates, String sender) {
        try {
            for (var holder : certificates)
                if (info.getSID().match(holder)) return check(info, holder, certificates, sender);
            return SignatureCheck.INVALID;
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            return SignatureCheck.INVALID;
        }
    }

    private SignatureCheck check(
            SignerInformation info,
            X509CertificateHolder holder,
            Iterable<X509CertificateHolder> certificates,
            String sender)
            throws CMSException, OperatorCreationException, GeneralSecurityException {
        var signer = certificate(holder);
        var whole = info.verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer.getPublicKey()));
        var who = SignerName.of(signer);
        var own = who.addresses().contains(sender.toLowerCase(Locale.ROOT));
        var verdict = whole ? verdict(info, signer, certificates, own) : Verdict.INVALID;
        return new SignatureCheck(
                Encryption.Kind.SMIME,
                verdict,
                who.name(),
                own ? sender : who.addresses().stream().findFirst().orElse(""),
                signer.getNotAfter().toInstant(),
                new SignerKey(holder, readsAuthenticated(info)));
    }

    /** As the signer's program said with the signature, and the signature covers it. */
    private static boolean readsAuthenticated(SignerInformation info) {
        var signed = info.getSignedAttributes();
        var said = signed == null ? null : signed.get(SMIMEAttributes.smimeCapabilities);
        try {
            return said != null
                    && !SMIMECapabilities.getInstance(said)
                            .getCapabilities(NISTObjectIdentifiers.id_aes256_GCM)
                            .isEmpty();
        } catch (RuntimeException nonsense) {
            return false;
        }
    }

    private Verdict verdict(
            SignerInformation info, X509Certificate signer, Iterable<X509CertificateHolder> certificates, boolean own)
            throws GeneralSecurityException {
        if (WEAK_DIGESTS.contains(info.getDigestAlgOID()) || Strength.isWeak(signer)) return Verdict.WEAK;
        var chain = chain(signer, certificates);
        var now = clock.instant();
        if (isTrusted(chain, now) && maySignMail(signer)) return own ? Verdict.VALID : Verdict.OTHER_SENDER;
        var over = now.isAfter(signer.getNotAfter().toInstant());
        var was = over && isTrusted(chain, signer.getNotAfter().toInstant().minusSeconds(1));
        return was && maySignMail(signer) ? Verdict.EXPIRED : Verdict.UNKNOWN_SIGNER;
    }

    private static boolean maySignMail(X509Certificate signer) throws GeneralSecurityException {
        var usage = signer.getKeyUsage();
        var purposes = signer.getExtendedKeyUsage();
        return (usage == null || usage[0] || usage[1])
                && (purposes == null || purposes.stream().anyMatch(MAIL::contains));
    }

    /** From the signer upwards, without trying every way through what somebody sent along. */
    private static List<X509Certificate> chain(X509Certificate signer, Iterable<X509CertificateHolder> certificates)
            throws GeneralSecurityException {
        var chain = new ArrayList<>(List.of(signer));
        for (var more = true; more && chain.size() < LONGEST_CHAIN; ) {
            more = false;
            for (var holder : certificates) {
                var issuer = holder.getSubject().equals(issuerOf(chain.getLast())) ? certificate(holder) : null;
                if (issuer == null || issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal()))
                    continue;
                chain.add(issuer);
                more = true;
                break;
            }
        }
        return chain;
    }

    private static X500Name issuerOf(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
    }

    private boolean isTrusted(List<X509Certificate> chain, Instant when) throws GeneralSecurityException {
        var trusted = anchors.get();
        if (trusted.isEmpty()) return false;
        var parameters = new PKIXParameters(trusted);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        try {
            var path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
