package sportello.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Letters and companies to test with. */
final class Given {

    static final Instant MORNING = Instant.parse("2018-09-11T07:15:00Z");
    static final MessageId ID = new MessageId("<1f0e@desk.example.it>");
    static final Company VALLE = new Company(
            "Valle Servizi S.p.A.",
            "Via Roma 1, Valle",
            "desk@valle.example",
            "0541 123456",
            "https://valle.example",
            null);

    /** One transparent dot. */
    static final byte[] DOT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7".getBytes(US_ASCII));

    private Given() {}

    static Letter letter(String subject) {
        return new Letter(
                new Recipient("Paolo Cevoli", "paolo@roncofritto.example"),
                subject,
                new LetterBody("Buongiorno Paolo,\nè stato creato.\n", "<p>Buongiorno Paolo,<br>è stato creato.</p>"),
                null,
                List.of(),
                true);
    }

    static StoredLetter stored(Letter letter) {
        return new StoredLetter(new LetterId(1), ID, letter, 1, MORNING, null);
    }

    static Company withLogo(Company company) {
        return new Company(
                company.name(),
                company.address(),
                company.email(),
                company.phone(),
                company.url(),
                new Logo("image/gif", DOT));
    }
}
