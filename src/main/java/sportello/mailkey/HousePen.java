package sportello.mailkey;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;

/** By what the house signs. */
sealed interface HousePen {

    /** @param certificates its own and those of who vouches for it, from below */
    record Smime(PrivateKey key, List<X509Certificate> certificates) implements HousePen {
        /** Nothing that is secret. */
        @Override
        public String toString() {
            return "Smime[" + certificates.getFirst().getSubjectX500Principal() + "]";
        }
    }

    record OpenPgp(PGPPrivateKey key, PGPPublicKey certificate) implements HousePen {
        /** Nothing that is secret. */
        @Override
        public String toString() {
            return "OpenPgp[" + certificate.getKeyID() + "]";
        }
    }
}
