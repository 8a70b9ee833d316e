package sportello.settings;

import java.security.cert.CRL;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Believes no certificate that a list at hand calls revoked, be it the server's or one between it and its authority. */
final class Withdrawn extends PKIXCertPathChecker {
    private final Collection<? extends CRL> lists;

    Withdrawn(Collection<? extends CRL> lists) {
        this.lists = lists;
    }

    @Override
    public void init(boolean forward) {}

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public @Nullable Set<String> getSupportedExtensions() {
        return null;
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolved) throws CertPathValidatorException {
        if (Authorities.isRevoked(certificate, lists))
            throw new CertPathValidatorException("revoked by a list", null, null, -1, BasicReason.REVOKED);
    }
}
