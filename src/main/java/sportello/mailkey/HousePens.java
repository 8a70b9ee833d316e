package sportello.mailkey;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.springframework.stereotype.Component;
import sportello.mailkey.MailKeySql.Stamp;
import sportello.mime.Encryption.Kind;

/** The keys of the house that sign, each for the addresses that it names. What is secret of them is read to sign, and only then. */
@Component
class HousePens {
    private static final int SIGNATURE = 0;
    private static final int COMMITMENT = 1;

    private final MailKeySql sql;
    private final Clock clock;

    HousePens(MailKeySql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether there is one today. */
    boolean has(Kind kind, String sender) {
        return stamps(kind, sender).stream().anyMatch(stamp -> fits(kind, stamp));
    }

    private List<Stamp> stamps(Kind kind, String sender) {
        return sql.stamps(kind, sender.toLowerCase(Locale.ROOT), clock.instant());
    }

    private boolean fits(Kind kind, Stamp stamp) {
        return switch (kind) {
            case SMIME -> signs(certificate(stamp.certificate()));
            case OPENPGP -> !signing(stamp).isEmpty();
        };
    }

    private boolean signs(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return !clock.instant().isBefore(certificate.getNotBefore().toInstant())
                && (usage == null || usage[SIGNATURE] || usage[COMMITMENT]);
    }

    /** The latest first. */
    private List<PGPPublicKey> signing(Stamp stamp) {
        return PgpPublicKey.certificate(stamp.certificate()).getSigningKeys(Date.from(clock.instant())).stream()
                .map(OpenPGPComponentKey::getPGPPublicKey)
                .sorted(Comparator.comparing(PGPPublicKey::getCreationTime).reversed())
                .toList();
    }

    Optional<HousePen.Smime> smime(String sender) {
        return stamps(Kind.SMIME, sender).stream()
                .filter(stamp -> fits(Kind.SMIME, stamp))
                .findFirst()
                .map(stamp -> {
                    var certificates = new ArrayList<X509Certificate>();
                    certificates.add(certificate(stamp.certificate()));
                    stamp.chain().forEach(one -> certificates.add(certificate(one)));
                    return new HousePen.Smime(MailKeyring.privateKey(sql.secret(stamp.id())), certificates);
                });
    }

    /** That which stands above may lie in a safe. */
    Optional<HousePen.OpenPgp> openPgp(String sender) {
        for (var stamp : stamps(Kind.OPENPGP, sender)) {
            var ring = MailKeyring.ring(sql.secret(stamp.id()));
            for (var key : signing(stamp)) {
                var secret = ring.getSecretKey(key.getKeyID());
                if (secret != null && !secret.isPrivateKeyEmpty())
                    return Optional.of(new HousePen.OpenPgp(MailKeyring.privateKey(ring, key.getKeyID()), key));
            }
        }
        return Optional.empty();
    }

    static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
