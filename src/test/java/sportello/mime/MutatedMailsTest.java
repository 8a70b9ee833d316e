package sportello.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.base.Language;

/** Whatever happens to a mail on its way, it is read or refused by a reason we know; never with a mistake of ours. */
class MutatedMailsTest {

    private static final int TIMES = 2_000;
    private static final long SEED = 20261125;
    private static final List<String> TOKENS = List.of(
            "\n",
            "\r",
            "\r\n\r\n",
            "\0",
            "--",
            "--confine--\n",
            "=?",
            "?=",
            "=?utf-8?B?",
            "\"",
            "(",
            "<",
            ">",
            ";",
            ":",
            "=",
            "=\n",
            "\u00ff\u00fe",
            "Content-Type: multipart/mixed; boundary=x\n",
            "Content-Transfer-Encoding: base64\n",
            "Content-Type: message/rfc822\n",
            "charset=utf-16",
            "filename*=",
            "<!--",
            "]]>",
            "<![CDATA[",
            "\u0080");

    @TempDir
    private Path folder;

    @Test
    void a_mail_that_was_damaged_on_its_way_is_read_or_refused_for_a_reason() throws IOException {
        var chance = new Random(SEED);
        var mails = new ArrayList<byte[]>();
        for (var mail : OddMailsTest.mails()) mails.add(Files.readAllBytes(mail));
        var reader = TestMail.reader(Limits.STANDARD, folder);
        for (var i = 0; i < TIMES; i++) {
            var damaged = damaged(mails.get(i % mails.size()), mails.get(chance.nextInt(mails.size())), chance);
            var reading = reader.read(() -> new java.io.ByteArrayInputStream(damaged), Language.ITALIAN);
            if (reading instanceof Reading.Readable(var mail)) use(mail);
            else
                assertThat(((Reading.Unreadable) reading).reason())
                        .as("%d: %s", i, reading)
                        .isEqualTo("not_a_mail");
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static void use(ReadMail mail) throws IOException {
        try (mail) {
            assertThat(mail.quoteFrom()).isBetween(0, mail.text().length());
            assertThat(mail.text() + mail.subject() + mail.html()).doesNotContain("\0");
            for (var person : mail.to()) assertThat(person.address()).doesNotContain("\n", "\r", "\0");
            for (var file : mail.files()) {
                assertThat(file.name()).isNotBlank().doesNotContain("/", "\\", "\0", "\n");
                try (var bytes = file.open()) {
                    assertThat(bytes.readAllBytes()).hasSize((int) file.size());
                }
            }
        }
    }

    private static byte[] damaged(byte[] mail, byte[] other, Random chance) {
        var bytes = mail;
        for (var times = 1 + chance.nextInt(6); times > 0; times--) bytes = damagedOnce(bytes, other, chance);
        return bytes;
    }

    private static byte[] damagedOnce(byte[] mail, byte[] other, Random chance) {
        var at = chance.nextInt(mail.length + 1);
        var to = Math.min(mail.length, at + chance.nextInt(200));
        var out = new ByteArrayOutputStream();
        out.write(mail, 0, at);
        switch (chance.nextInt(6)) {
            case 0 -> out.write(chance.nextInt(256));
            case 1 -> out.writeBytes(TOKENS.get(chance.nextInt(TOKENS.size())).getBytes(StandardCharsets.ISO_8859_1));
            case 2 -> out.write(mail, at, to - at);
            case 3 ->
                out.write(other, Math.min(at, other.length), Math.min(300, other.length - Math.min(at, other.length)));
            case 4 -> {
                return out.toByteArray();
            }
            default -> at = to;
        }
        out.write(mail, at, mail.length - at);
        return out.toByteArray();
    }
}
