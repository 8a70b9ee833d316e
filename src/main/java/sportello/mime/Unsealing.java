package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSCompressedDataParser;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail out of what it is encrypted in. What stood around it in the clear could have been put there by anybody, to be
 * read or answered together with it (EFAIL): it becomes files.
 */
final class Unsealing {

    private static final int LONGEST_BLANK = 1_000;

    private final Spool spool;
    private final Limits limits;
    private final CmsEnvelope cms;
    private final PgpMessage pgp;

    /**
     * What came of it.
     *
     * @param mail what was within, null if it could not be opened
     * @param around what came beside it in the clear
     */
    record Taken(Unsealed unsealed, Cutting.@Nullable Cut mail, List<Part> around) {
        Encryption encryption() {
            return unsealed.encryption();
        }
    }

    Unsealing(MailKeys keys, Spool spool, Limits limits) {
        this.spool = spool;
        this.limits = limits;
        this.cms = new CmsEnvelope(keys, spool);
        this.pgp = new PgpMessage(keys, spool);
    }

    Optional<Taken> take(Part mail) throws IOException {
        var sealed = Sealed.in(mail).orElse(null);
        if (sealed == null) return Optional.empty();
        var unsealed = open(sealed);
        var content = unsealed.content();
        if (content == null) return Optional.of(new Taken(unsealed, null, List.of()));
        return Optional.of(new Taken(
                unsealed,
                sealed instanceof Sealed.InText ? text(content) : mail(content),
                around(mail, sealed.covered())));
    }

    private Unsealed open(Sealed sealed) throws IOException {
        return switch (sealed) {
            case Sealed.Smime(var part) -> cms.open(part);
            case Sealed.OpenPgp(var part, var _) -> pgp.open(part::open);
            case Sealed.InText(var _, var armour) -> pgp.open(() -> new ByteArrayInputStream(armour.message()));
        };
    }

    /** No head of what is within such a text says what it is. */
    private static Cutting.Cut text(Spool.Bytes content) {
        return new Cutting.Cut(new Part(new Head(List.of()), content, content, "text/plain", List.of(), false), false);
    }

    private Cutting.Cut mail(Spool.Bytes content) throws IOException {
        var cut = Cutting.cut(content, limits, spool.deadline());
        return CMSObjectIdentifiers.compressedData.equals(packing(cut.root())) ? unpacked(cut) : cut;
    }

    private static @Nullable Object packing(Part mail) throws IOException {
        return Sealed.ENVELOPES.contains(mail.type()) ? CmsEnvelope.type(mail) : null;
    }

    /** Whatever it is packed to, it counts with its full size. */
    private Cutting.Cut unpacked(Cutting.Cut packed) throws IOException {
        try (var bytes = new Bounded(packed.root().open())) {
            var data = Damaged.unless(() -> new CMSCompressedDataParser(bytes));
            var content = Damaged.unless(
                    () -> data.getContent(new ZlibExpanderProvider()).getContentStream());
            bytes.release();
            return Cutting.cut(spool.keep(Damaged.unless(content)), limits, spool.deadline());
        } catch (Damaged e) {
            return packed;
        }
    }

    private static List<Part> around(Part mail, List<Part> covered) throws IOException {
        var around = new ArrayList<Part>();
        for (var part : mail.all())
            if (part.parts().isEmpty() && !covered.contains(part) && !isBlank(part)) around.add(part);
        return around;
    }

    private static boolean isBlank(Part part) throws IOException {
        if (!part.is("text/plain") || part.body().size() > LONGEST_BLANK) return false;
        try (var bytes = part.open()) {
            return new String(bytes.readNBytes(LONGEST_BLANK), ISO_8859_1).isBlank();
        }
    }
}
