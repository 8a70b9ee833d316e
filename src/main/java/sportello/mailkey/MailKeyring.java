package sportello.mailkey;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.TrustAnchor;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.mime.Encryption;
import sportello.mime.KnownPgpKey;
import sportello.mime.MailKey;
import sportello.mime.MailKeys;
import sportello.mime.ReadMail;
import sportello.settings.Settings;

/** The keys in use. Only those that fit a mail are taken out of what they are encrypted in. */
@Component
public class MailKeyring implements MailKeys {
    private final MailKeySql sql;
    private final Correspondents correspondents;
    private final Clock clock;
    private final Set<TrustAnchor> pecAuthorities;

    MailKeyring(MailKeySql sql, Correspondents correspondents, Clock clock, Settings settings) {
        this.sql = sql;
        this.correspondents = correspondents;
        this.clock = clock;
        this.pecAuthorities = settings.pec().anchors();
    }

    @Override
    public List<MailKey.Smime> smime(Predicate<X509CertificateHolder> fits) {
        var found = new ArrayList<MailKey.Smime>();
        for (var lock : sql.locks(Encryption.Kind.SMIME)) {
            var certificate = certificate(lock.certificate());
            if (fits.test(certificate))
                found.add(new MailKey.Smime(lock.fingerprint(), certificate, privateKey(sql.secret(lock.id()))));
        }
        return found;
    }

    @Override
    public Set<TrustAnchor> pecAuthorities() {
        return pecAuthorities;
    }

    @Override
    public List<MailKey.OpenPgp> openPgp(LongPredicate fits) {
        var found = new ArrayList<MailKey.OpenPgp>();
        for (var lock : sql.locks(Encryption.Kind.OPENPGP)) {
            if (lock.numbers().stream().noneMatch(fits::test)) continue;
            var ring = ring(sql.secret(lock.id()));
            for (var number : lock.numbers())
                if (fits.test(number)) found.add(new MailKey.OpenPgp(lock.fingerprint(), privateKey(ring, number)));
        }
        return found;
    }

    @Override
    public List<KnownPgpKey> known(long number) {
        return correspondents.signing(number);
    }

    /** Notes which key has opened a mail that came, and by what its sender can be written to. */
    @Transactional
    public void received(ReadMail mail) {
        var encryption = mail.encryption();
        var fingerprint = encryption == null ? null : encryption.key();
        if (fingerprint != null) sql.used(fingerprint, clock.instant());
        correspondents.learn(mail);
    }

    private static X509CertificateHolder certificate(byte[] encoded) {
        try {
            return new X509CertificateHolder(encoded);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey privateKey(byte[] encoded) {
        try {
            var algorithm =
                    PrivateKeyInfo.getInstance(encoded).getPrivateKeyAlgorithm().getAlgorithm();
            return KeyFactory.getInstance(algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PGPSecretKeyRing ring(byte[] encoded) {
        try {
            return new BcPGPSecretKeyRing(encoded);
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    static PGPPrivateKey privateKey(PGPSecretKeyRing ring, long number) {
        try {
            return ring.getSecretKey(number).extractPrivateKey(null);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
