package sportello.mime;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What of a mail is encrypted, and in which manner. Of a mail with several such parts only the first is looked at. */
sealed interface Sealed {

    /** The part whose bytes are encrypted. */
    Part part();

    /** The parts of which nothing is left when it is open. */
    default List<Part> covered() {
        return List.of(part());
    }

    /** By S/MIME. */
    record Smime(Part part) implements Sealed {}

    /**
     * By OpenPGP (RFC 3156).
     *
     * @param version the part before it, which says no more than that
     */
    record OpenPgp(Part part, Part version) implements Sealed {

        @Override
        public List<Part> covered() {
            return List.of(version, part);
        }
    }

    /** By OpenPGP, within a text. */
    record InText(Part part, Armour armour) implements Sealed {

        /** What stands around it in the clear is not lost. */
        @Override
        public List<Part> covered() {
            return armour.alone() ? List.of(part) : List.of();
        }
    }

    /** The types of what holds a whole mail of S/MIME, signed or encrypted. */
    Set<String> ENVELOPES = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    Set<String> SAID = Set.of("enveloped-data", "authenveloped-data");
    String VERSION = "application/pgp-encrypted";

    static Optional<Sealed> in(Part mail) throws IOException {
        var whole = true;
        for (var part : mail.all()) {
            var found = at(part, whole);
            if (found.isPresent()) return found;
            whole = false;
        }
        return Optional.empty();
    }

    private static Optional<Sealed> at(Part part, boolean whole) throws IOException {
        if (part.unopened()) return Optional.empty();
        if (!part.parts().isEmpty()) return besideItsVersion(part.parts());
        if (part.is("text/plain") && Bodies.isRead(part, whole))
            return Armour.in(part).map(armour -> new InText(part, armour));
        return isEnvelope(part, whole) ? Optional.of(new Smime(part)) : Optional.empty();
    }

    /** Some servers call what is around them just mixed. */
    private static Optional<Sealed> besideItsVersion(List<Part> parts) {
        for (var i = 0; i + 1 < parts.size(); i++)
            if (parts.get(i).is(VERSION) && parts.get(i + 1).parts().isEmpty())
                return Optional.of(new OpenPgp(parts.get(i + 1), parts.get(i)));
        return Optional.empty();
    }

    /** Many files end in .p7m and are only signed: what it is its bytes say. */
    private static boolean isEnvelope(Part part, boolean whole) throws IOException {
        var name = part.name().toLowerCase(Locale.ROOT);
        if (!ENVELOPES.contains(part.type()) && !name.equals("smime.p7m") && !(whole && name.endsWith(".p7m")))
            return false;
        var said = part.contentType()
                .parameter("smime-type")
                .filter(type -> SAID.contains(type.toLowerCase(Locale.ROOT)))
                .isPresent();
        return said || CmsEnvelope.isEnvelope(part);
    }
}
