package sportello.mailkey;

import static java.util.stream.Collectors.toSet;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(Correspondents.class);
    /** Learned keys in use of one address: the newest, by which its owner is written to, is never one too many. */
    private static final int MOST_OF_ONE = 10;
    /** Addresses a day of which nothing was known: of all domains, and of one, lest one uses up the day of the others. */
    private static final int MOST_NEW = 1_000;

    private static final int MOST_NEW_OF_ONE_DOMAIN = 100;
    private static final Duration DAY = Duration.ofDays(1);

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
        if (!sql.isKnown(address) && isTooMuch(address)) return;
        if (sql.insert(given, address, true, clock.instant()).isPresent()) sql.cut(address, MOST_OF_ONE);
        else sql.read(address, given.fingerprint(), key.authenticated());
    }

    /** Strangers must not fill the house with keys; whom it knows already it goes on learning. */
    private boolean isTooMuch(String address) {
        var lately = sql.learned(address, clock.instant().minus(DAY));
        var tooMuch = lately.all() >= MOST_NEW || lately.ofDomain() >= MOST_NEW_OF_ONE_DOMAIN;
        if (tooMuch)
            LOG.warn("A key is not learned, after {} today, {} of its domain", lately.all(), lately.ofDomain());
        return tooMuch;
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
