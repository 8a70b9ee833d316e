package sportello.mailkey;

import static java.util.stream.Collectors.toSet;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.mailkey.CorrespondentKeySql.Known;
import sportello.mime.KnownPgpKey;
import sportello.mime.ReadMail;
import sportello.mime.SignatureCheck;
import sportello.mime.SignatureCheck.Verdict;

/** What we know of the keys of those to whom we write. */
@Component
public class Correspondents {
    private final CorrespondentKeySql sql;
    private final Clock clock;

    Correspondents(CorrespondentKeySql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Learns from a mail that was signed by its sender, for whom an authority vouches. Of certified mail the provider signed.
     * One that was put out of use stays so.
     */
    void learn(ReadMail mail) {
        var check = mail.signature();
        if (check == null || mail.pec() != null || check.verdict() != Verdict.VALID) return;
        try {
            learn(check);
        } catch (GeneralSecurityException unusable) {
            // it was good enough to sign by, and is not to encrypt by
        }
    }

    private void learn(SignatureCheck check) throws GeneralSecurityException {
        var key = check.key();
        if (key == null) return;
        var certificate = new JcaX509CertificateConverter().getCertificate(key.certificate());
        if (!PublicKeyFile.encrypts(certificate)) return;
        var given = PublicKeyFile.of(certificate, key.authenticated());
        var address = check.address().toLowerCase(Locale.ROOT);
        if (!given.isFor(address)) return;
        if (sql.insert(given, address, true, clock.instant()).isEmpty())
            sql.read(address, given.fingerprint(), key.authenticated());
    }

    /** Those in use with a key of OpenPGP of that number, whether it is over or not. */
    List<KnownPgpKey> signing(long number) {
        return sql.signing(number);
    }

    /** Whether what is written to each of the addresses can be encrypted today. */
    @Transactional(readOnly = true)
    public boolean canBeWrittenTo(Collection<String> addresses) {
        var now = clock.instant();
        var sought = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(toSet());
        return sql.known(sought, now).stream()
                .filter(known -> known.isUsable(now))
                .map(Known::address)
                .collect(toSet())
                .containsAll(sought);
    }

    /** All that are used for any of the addresses, or were. */
    @Transactional(readOnly = true)
    public List<KeptCorrespondentKey> of(Collection<String> addresses) {
        return sql.of(addresses);
    }

    /** Nothing of whoever has the addresses is kept any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<String> addresses) {
        sql.forget(addresses);
    }
}
