package sportello.mime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a mail, out of whatever it came in.
 *
 * @param subject what it is about, where what was encrypted says so
 * @param around what came beside it and is not read
 */
record Layer(
        Cutting.Cut cut,
        @Nullable SignatureCheck signature,
        @Nullable Encryption encryption,
        @Nullable String subject,
        List<Part> around) {

    static Layer outermost(Part mail, boolean crowded, @Nullable SignatureCheck signature) {
        return new Layer(new Cutting.Cut(mail, crowded), signature, null, null, List.of());
    }

    Part mail() {
        return cut.root();
    }

    /** The same of what could not be opened. */
    Layer closed(Encryption why) {
        return new Layer(cut, signature, why, null, List.of());
    }

    /** What was within it instead; a signature there counts if it covers all that came. */
    Layer opened(Encryption how, Cutting.Cut within, Signatures.@Nullable Signed signed, List<Part> beside) {
        var content = signed == null || signed.content() == null ? within.root() : signed.content();
        return new Layer(
                new Cutting.Cut(content, cut.crowded() || within.crowded()),
                signed == null || !beside.isEmpty() ? signature : signed.check(),
                how,
                subject(content).orElse(null),
                beside);
    }

    /** The same, signed by whoever signed what is around it. */
    Layer signed(@Nullable SignatureCheck other) {
        return new Layer(cut, other, encryption, subject, around);
    }

    /** Some programs put it where nobody else can read it, and another in its place (RFC 9788 and what was before it). */
    private static Optional<String> subject(Part content) {
        var said = content.is("multipart/signed") && !content.parts().isEmpty()
                ? content.parts().getFirst()
                : content;
        var type = said.contentType();
        return type.parameter("protected-headers").isEmpty()
                        && type.parameter("hp").isEmpty()
                ? Optional.empty()
                : Optional.of(Letterheads.of(said.head()).subject()).filter(words -> !words.isEmpty());
    }
}
