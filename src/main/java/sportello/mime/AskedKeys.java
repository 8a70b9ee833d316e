package sportello.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;

/** Keys whose keeper may fail in ways of his own; none of them is the mail's fault. */
record AskedKeys(MailKeys keeper) implements MailKeys {

    @Override
    public List<MailKey.Smime> smime(Predicate<X509CertificateHolder> fits) {
        return had(() -> keeper.smime(fits));
    }

    @Override
    public List<MailKey.OpenPgp> openPgp(LongPredicate fits) {
        return had(() -> keeper.openPgp(fits));
    }

    @Override
    public List<KnownPgpKey> known(long number) {
        return had(() -> keeper.known(number));
    }

    @Override
    public Set<TrustAnchor> pecAuthorities() {
        return had(keeper::pecAuthorities);
    }

    private static <T> T had(Supplier<T> keys) {
        try {
            return keys.get();
        } catch (RuntimeException fault) {
            throw new UncheckedIOException(new IOException("The keys that open mails cannot be had", fault));
        }
    }
}
