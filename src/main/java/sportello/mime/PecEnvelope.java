package sportello.mime;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.mime.Pec.Kind;

/**
 * Recognises certified mail by its whole structure: the words in the head, a signed body, the attested data that agree with
 * them, and the message in its envelope. The words alone could be written by anybody.
 *
 * @param letter the mail that reads instead of its envelope, if it is one
 */
record PecEnvelope(Pec pec, @Nullable Part letter) {

    private static final int LONGEST = 500_000;
    private static final Map<String, Kind> KINDS = Map.of(
            "accettazione", Kind.ACCEPTED,
            "non-accettazione", Kind.NOT_ACCEPTED,
            "presa-in-carico", Kind.TAKEN,
            "avvenuta-consegna", Kind.DELIVERED,
            "preavviso-errore-consegna", Kind.DELIVERY_UNCERTAIN,
            "errore-consegna", Kind.NOT_DELIVERED,
            "rilevazione-virus", Kind.VIRUS);

    static Optional<PecEnvelope> of(Part mail, boolean signed, Spool spool, Limits limits) throws IOException {
        if (!signed) return Optional.empty();
        var transport =
                FieldValue.of(mail.head().first("X-Trasporto").orElse("")).value();
        var receipt = mail.head().first("X-Ricevuta").isPresent();
        var letter = named(mail, "postacert.eml");
        if (transport.equals("errore") && letter.isPresent())
            return Optional.of(new PecEnvelope(new Pec.Uncertified(), opened(letter.get(), spool, limits)));
        var data = named(mail, "daticert.xml");
        var attested = data.isPresent() ? daticert(data.get()) : Optional.<Daticert>empty();
        if (attested.isEmpty()) return Optional.empty();
        if (receipt) return receipt(mail, attested.get());
        var certified = transport.equals("posta-certificata")
                && attested.get().value("tipo").equals("posta-certificata");
        if (!certified || letter.isEmpty()) return Optional.empty();
        return Optional.of(certified(attested.get(), opened(letter.get(), spool, limits)));
    }

    private static Optional<Part> named(Part mail, String name) {
        return mail.all().stream()
                .filter(part -> part.parts().isEmpty() && part.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<Daticert> daticert(Part part) throws IOException {
        try (var bytes = part.open()) {
            return Daticert.read(bytes.readNBytes(LONGEST));
        }
    }

    private static Optional<PecEnvelope> receipt(Part mail, Daticert data) {
        var kind = KINDS.get(data.value("tipo"));
        if (kind == null) return Optional.empty();
        var named = Letterheads.id(mail.head(), "X-Riferimento-Message-ID");
        var refersTo = named == null ? data.messageId() : named;
        return Optional.of(new PecEnvelope(
                new Pec.Receipt(kind, refersTo, data.consignees(), data.error(), data.envelope()), null));
    }

    private static PecEnvelope certified(Daticert data, Part letter) {
        var from = Letterheads.of(letter.head()).from();
        var name = from == null ? "" : from.name();
        var sender = new MailAddress(name, data.sender());
        return new PecEnvelope(new Pec.Certified(sender, data.value("oggetto"), data.envelope()), letter);
    }

    private static Part opened(Part part, Spool spool, Limits limits) throws IOException {
        if (part.plainlyWritten())
            return Cutting.cut(part.body(), limits, spool.deadline()).root();
        try (var bytes = part.open()) {
            return Cutting.cut(spool.keep(bytes), limits, spool.deadline()).root();
        }
    }
}
