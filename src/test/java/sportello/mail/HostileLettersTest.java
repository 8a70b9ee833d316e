package sportello.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sportello.storage.Hash;

/**
 * Whatever stands in a text that comes into a letter, a server is told of one sender and one recipient, and gets a mail
 * without a line more in its head or in the head of any part.
 */
class HostileLettersTest {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Hash HASH = new Hash("0".repeat(64));
    private static final Set<String> OF_A_HEAD = Set.of(
            "Date",
            "From",
            "To",
            "Cc",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "Resent-From",
            "Resent-To",
            "Resent-Date",
            "Resent-Message-ID");
    private static final Set<String> OF_A_PART =
            Set.of("Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID");
    private static final List<String> PIECES = List.of(
            "\r",
            "\n",
            "\r\n",
            "\r\n ",
            "\r\n\r\n",
            "\r\n.\r\n",
            "\0",
            "\u2028",
            "\u0085",
            "Bcc: spia@evil.example",
            "RCPT TO:<spia@evil.example>",
            "Content-Type: text/html",
            " ",
            "\t",
            "<",
            ">",
            ",",
            "\"",
            "'",
            "\\",
            ";",
            "@",
            "(",
            "spia@evil.example",
            "=?UTF-8?Q?=0D=0ABcc:x?=",
            "=?UTF-8?B?DQpCY2M6IHNwaWFAZXZpbC5leGFtcGxl?=",
            "%0d%0aBcc: x",
            "è",
            "\uD83D\uDE04",
            "\uD83D",
            ".",
            "x".repeat(80));

    private final Random random = new Random(39);

    @Test
    void nothing_that_is_written_adds_a_header_or_a_recipient() throws Exception {
        post(300);
    }

    @Tag("drill")
    @Test
    void nor_do_many() throws Exception {
        post(5_000);
    }

    private void post(int many) throws Exception {
        try (var server = new ScriptedServer()) {
            for (var i = 0; i < many; i++) {
                server.forget();
                var letter = Given.stored(letter());
                var company = new Company(hostile(), hostile(), "desk@valle.example", hostile(), "", null);
                var talk = new SmtpConversation(
                        server.address(),
                        "desk.example.it",
                        TalkTimes.within(Duration.ofSeconds(30)),
                        hash -> new ByteArrayInputStream(Given.DOT));
                assertThat(talk.deliver(letter, company)).isInstanceOf(Reply.Accepted.class);
                assertThat(server.commands())
                        .filteredOn(command -> !command.startsWith("EHLO"))
                        .containsExactly(
                                letter.letter().autoReplied() ? "MAIL FROM:<>" : "MAIL FROM:<desk@valle.example>",
                                "RCPT TO:<paolo@roncofritto.example>",
                                "DATA",
                                "QUIT");
                read(server.accepted().getFirst());
            }
        }
    }

    private Letter letter() {
        var to = new Recipient(hostile(), "paolo@roncofritto.example");
        var others = new Addressees(List.of(to), List.of(new Recipient(hostile(), "ditta@neri.example")), List.of());
        var files = List.of(
                new LetterFile(hostile(), hostile(), 1, HASH),
                new LetterFile(hostile(), "text/plain", 1, HASH),
                new LetterFile(hostile(), "image/gif", 1, HASH, hostile()));
        var origin = random.nextBoolean()
                ? null
                : new Origin(new Recipient(hostile(), "giulia@roccalba.example"), Given.MORNING, id());
        return new Letter(
                to,
                hostile(),
                new LetterBody(hostile(), hostile()),
                id(),
                ids(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? Addressees.NONE : others,
                random.nextInt(3) == 0 ? List.of() : files,
                origin,
                random.nextBoolean() ? null : new Recipient(hostile(), "desk@valle.example"));
    }

    private @Nullable MessageId id() {
        return MessageId.of("<" + hostile() + "@altrove.example>").orElse(null);
    }

    private List<MessageId> ids() {
        var ids = new ArrayList<MessageId>();
        for (var i = 0; i < 3; i++)
            MessageId.of("<" + i + hostile() + "@altrove.example>").ifPresent(ids::add);
        return ids;
    }

    private String hostile() {
        var text = new StringBuilder();
        for (var i = random.nextInt(12); i >= 0; i--) text.append(PIECES.get(random.nextInt(PIECES.size())));
        return text.toString();
    }

    private static void read(String accepted) throws MessagingException, IOException {
        var mail = new MimeMessage(SESSION, new ByteArrayInputStream(accepted.getBytes(ISO_8859_1)));
        assertThat(OF_A_HEAD).containsAll(names(Collections.list(mail.getAllHeaders())));
        assertThat(mail.getFrom()).hasSize(1);
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .allMatch(line -> line.contains("paolo@roncofritto.example") || line.contains("ditta@neri.example"))
                .hasSizeBetween(1, 2);
        readParts((Multipart) mail.getContent());
    }

    private static void readParts(Multipart parts) throws MessagingException, IOException {
        for (var i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            assertThat(OF_A_PART).containsAll(names(Collections.list(part.getAllHeaders())));
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart inner) readParts(inner);
        }
    }

    /** None of them stands there twice. */
    private static Set<String> names(List<Header> headers) {
        var names = headers.stream().map(Header::getName).toList();
        assertThat(names).doesNotHaveDuplicates();
        return new HashSet<>(names);
    }
}
