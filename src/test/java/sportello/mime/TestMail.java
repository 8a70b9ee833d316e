package sportello.mime;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.bouncycastle.cert.X509CertificateHolder;
import sportello.base.Language;

/** Reads mails as the house does, on a day that does not change, trusting nobody. */
final class TestMail {

    static final Instant TODAY = Instant.parse("2026-11-25T09:00:00Z");
    static final Clock CLOCK = Clock.fixed(TODAY, ZoneOffset.UTC);

    static final MailKeys NO_KEYS = new NoKeys(Set.of());

    /** A house that opens nothing and knows nobody. */
    record NoKeys(Set<TrustAnchor> pecAuthorities) implements MailKeys {
        @Override
        public List<MailKey.Smime> smime(Predicate<X509CertificateHolder> fits) {
            return List.of();
        }

        @Override
        public List<MailKey.OpenPgp> openPgp(LongPredicate fits) {
            return List.of();
        }

        @Override
        public List<KnownPgpKey> known(long number) {
            return List.of();
        }
    }

    private TestMail() {}

    static Reading read(byte[] bytes) {
        return read(bytes, Limits.STANDARD);
    }

    static Reading read(byte[] bytes, Limits limits) {
        return reader(limits, Path.of(System.getProperty("java.io.tmpdir")))
                .read(() -> new ByteArrayInputStream(bytes), Language.ITALIAN);
    }

    static MailReader reader(Limits limits, Path folder) {
        return new MailReader(new Signers(CLOCK, Set::of), NO_KEYS, limits, folder);
    }

    /** A mail of which nothing is on the disk any more. */
    static ReadMail readable(Signers signers, MailKeys keys, byte[] bytes) {
        var reading = read(signers, keys, bytes);
        if (!(reading instanceof Reading.Readable yes)) throw new AssertionError(reading.toString());
        yes.mail().close();
        return yes.mail();
    }

    static Reading read(Signers signers, MailKeys keys, byte[] bytes) {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        return new MailReader(signers, keys, Limits.STANDARD, folder)
                .read(() -> new ByteArrayInputStream(bytes), Language.ITALIAN);
    }

    static void close(Reading reading) {
        if (reading instanceof Reading.Readable yes) yes.mail().close();
    }
}
