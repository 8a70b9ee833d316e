package sportello.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.desk.Postfix;
import sportello.mailkey.KeepingCorrespondentKeys;
import sportello.mailkey.KeepingMailKeys;
import sportello.mime.MailReader;
import sportello.mime.Reading;
import sportello.mime.SignatureCheck.Verdict;
import sportello.settings.SmtpServer;

/** What leaves signed and encrypted, read by OpenSSL and GnuPG, and passed on by Postfix; and what GnuPG signs, read by us. */
@SportelloTest
@Transactional
@Tag("drill")
class SealedMailDrill {
    private static final Session SESSION = Session.getInstance(new Properties());

    @TempDir
    Path folder;

    @Autowired
    private Sealing sealing;

    @Autowired
    private KeepingMailKeys keys;

    @Autowired
    private KeepingCorrespondentKeys correspondents;

    @Autowired
    private MailReader reader;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void both_have_keys() throws Exception {
        for (var table : List.of("mail_key", "correspondent_key", "sealed_sender"))
            db.sql("delete from " + table).update();
        SealedMimeTest.both_make_keys();
        var house = SealedMimeTest.house;
        var client = SealedMimeTest.client;
        keys.add(house.pkcs12("segreta"), "segreta", Authority.HOUSE);
        keys.add(house.armoured().getBytes(UTF_8), "segreta", Authority.HOUSE);
        correspondents.add(client.pem().getBytes(UTF_8), SealedMimeTest.CLIENT, Authority.HOUSE);
        correspondents.add(client.armouredPublicKey().getBytes(UTF_8), SealedMimeTest.CLIENT, Authority.HOUSE);
    }

    @Test
    void openssl_verifies_what_smime_signed() throws Exception {
        openssl("version");
        var mail = file("mail.eml", written("smime_signed"));
        var said = openssl("cms", "-verify", "-in", mail, "-CAfile", house(), "-partial_chain", "-purpose", "any");
        assertThat(said).contains("Buongiorno Giulia").contains("CMS Verification successful");
        var altered = new String(written("smime_signed"), ISO_8859_1).replace("Giulia,", "Giulio,");
        assertThat(run(
                        List.of(
                                "openssl",
                                "cms",
                                "-verify",
                                "-in",
                                file("altered.eml", altered.getBytes(ISO_8859_1)),
                                "-CAfile",
                                house(),
                                "-partial_chain",
                                "-purpose",
                                "any"),
                        false))
                .contains("CMS Verification failure");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void openssl_opens_what_smime_encrypted_and_verifies_what_is_within(boolean authenticated) throws Exception {
        openssl("version");
        db.sql("update correspondent_key set authenticated = :it")
                .param("it", authenticated)
                .update();
        var key = folder.resolve("client.pem").toString();
        openssl(
                "pkcs12",
                "-in",
                file("client.p12", SealedMimeTest.client.pkcs12("segreta")),
                "-nodes",
                "-passin",
                "pass:segreta",
                "-out",
                key);
        var within = folder.resolve("within.eml").toString();
        openssl(
                "cms",
                "-decrypt",
                "-in",
                file("mail.eml", written("smime_signed_encrypted")),
                "-recip",
                key,
                "-inkey",
                key,
                "-out",
                within);
        assertThat(openssl("cms", "-verify", "-in", within, "-CAfile", house(), "-partial_chain", "-purpose", "any"))
                .contains("Buongiorno Giulia", "foto.gif", "CMS Verification successful");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smime_signed", "smime_signed_encrypted", "openpgp_signed", "openpgp_signed_encrypted"})
    @Timeout(120)
    void what_postfix_passes_on_is_what_was_signed(String seal) throws Exception {
        assumeTrue(Postfix.isInstalled(), "bin/drill mail installs it");
        try (var server = new ScriptedServer();
                var postfix =
                        new Postfix(folder.resolve("postfix"), server.address().port())) {
            var door = SmtpServer.onThisMachine(postfix.port());
            while (!(SealedMimeTest.sent(sealing, Seal.of(seal), door) instanceof Reply.Accepted)) Thread.sleep(100);
            while (server.carried().isEmpty()) Thread.sleep(100);
            var mail = SealedMimeTest.read(
                    server.carried().getFirst().getBytes(ISO_8859_1),
                    SealedMimeTest.client.keysKnowing(SealedMimeTest.house.knownAs(SealedMimeTest.HOUSE)));
            assertThat(mail.headers().all("Received")).as("by Postfix").hasSize(1);
            assertThat(mail.text()).contains("Buongiorno Giulia", "\n.\n..\n.uno\n");
            assertThat(Objects.requireNonNull(mail.signature()).verdict())
                    .isEqualTo(seal.startsWith("smime") ? Verdict.UNKNOWN_SIGNER : Verdict.VALID);
        }
    }

    @Test
    void gnupg_verifies_what_openpgp_signed() throws Exception {
        gpg(
                "--import",
                file("house.asc", SealedMimeTest.house.armouredPublicKey().getBytes(UTF_8)));
        var parts = (MimeMultipart)
                new MimeMessage(SESSION, new ByteArrayInputStream(written("openpgp_signed"))).getContent();
        var said = new ByteArrayOutputStream();
        parts.getBodyPart(0).writeTo(said);
        var signature = parts.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(gpg(
                        "--status-fd",
                        "1",
                        "--verify",
                        file("signature.asc", signature),
                        file("said", said.toByteArray())))
                .contains("[GNUPG:] GOODSIG");
    }

    @Test
    void gnupg_opens_what_openpgp_encrypted_and_knows_who_signed_it() throws Exception {
        gpg(
                "--import",
                file("house.asc", SealedMimeTest.house.armouredPublicKey().getBytes(UTF_8)));
        gpg(
                "--passphrase",
                "segreta",
                "--import",
                file("client.asc", SealedMimeTest.client.armoured().getBytes(UTF_8)));
        var parts = (MimeMultipart)
                new MimeMessage(SESSION, new ByteArrayInputStream(written("openpgp_signed_encrypted"))).getContent();
        var message = parts.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(gpg("--passphrase", "segreta", "--status-fd", "1", "--decrypt", file("message.asc", message)))
                .contains("Buongiorno Giulia", "foto.gif", "[GNUPG:] GOODSIG", "[GNUPG:] GOODMDC");
    }

    @Test
    void what_gnupg_signs_and_encrypts_is_read_by_us() throws Exception {
        gpg(
                "--passphrase",
                "segreta",
                "--import",
                file("client.asc", SealedMimeTest.client.armoured().getBytes(UTF_8)));
        gpg(
                "--import",
                file("house.asc", SealedMimeTest.house.armouredPublicKey().getBytes(UTF_8)));
        var text = file("text", "Il contatore è fermo.\n- perché?\n".getBytes(UTF_8));
        var clear = gpg("--passphrase", "segreta", "--clearsign", "--output", "-", text);
        assertThat(verdict("Content-Type: text/plain; charset=utf-8\n\n" + clear))
                .isEqualTo(Verdict.VALID);
        assertThat(verdict("Content-Type: text/plain; charset=utf-8\n\n" + clear.replace("fermo", "rotto")))
                .isEqualTo(Verdict.INVALID);
        var sealed = gpg(
                "--passphrase",
                "segreta",
                "--trust-model",
                "always",
                "--armor",
                "--sign",
                "--encrypt",
                "--recipient",
                SealedMimeTest.HOUSE,
                "--output",
                "-",
                text);
        assertThat(verdict("Content-Type: text/plain\n\n" + sealed)).isEqualTo(Verdict.VALID);
    }

    private Verdict verdict(String mail) {
        var bytes = ("From: " + SealedMimeTest.CLIENT + "\n" + mail).getBytes(UTF_8);
        if (!(reader.read(() -> new ByteArrayInputStream(bytes), Language.ITALIAN)
                instanceof Reading.Readable(var read))) throw new AssertionError("unreadable");
        read.close();
        var signature = read.signature();
        if (signature == null) throw new AssertionError("no signature: " + read.encryption() + read.text());
        return signature.verdict();
    }

    private byte[] written(String seal) throws Exception {
        return SealedMimeTest.written(sealing, Seal.of(seal));
    }

    private String house() throws IOException {
        return file("house.pem", SealedMimeTest.house.pem().getBytes(UTF_8));
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String openssl(String... words) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        return run(command, true);
    }

    private String gpg(String... words) throws Exception {
        var command = new ArrayList<>(
                List.of("gpg", "--homedir", folder.toString(), "--batch", "--yes", "--pinentry-mode", "loopback"));
        command.addAll(List.of(words));
        return run(command, true);
    }

    /** What it says; a program that is not here is a reason to leave out, and said. */
    private String run(List<String> command, boolean well) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            assumeTrue(false, command.getFirst() + " is not installed: nothing was verified with it");
            throw missing;
        }
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        if (well) assertThat(process.exitValue()).as("%s%n%s", command, said).isZero();
        return said;
    }
}
