package sportello.mime;

import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.bouncycastle.cert.X509CertificateHolder;

/** The keys of the house that open mails to it, and those that tell who wrote. Whoever keeps them knows where. */
public interface MailKeys {

    /** Those whose certificate fits. */
    List<MailKey.Smime> smime(Predicate<X509CertificateHolder> fits);

    /** Those of OpenPGP whose number (key ID) fits. */
    List<MailKey.OpenPgp> openPgp(LongPredicate fits);

    /** Those of others with a key of that number, which signs what they write. */
    List<KnownPgpKey> known(long number);

    /** Those who alone vouch for providers of certified mail; empty where whoever vouches for other signers does. */
    Set<TrustAnchor> pecAuthorities();
}
