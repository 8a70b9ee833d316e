package sportello.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.mailkey.KeepingCorrespondentKeys;
import sportello.mailkey.KeepingMailKeys;
import sportello.mailkey.KeepingSealedSenders;
import sportello.mailkey.SealedSender;
import sportello.mime.Encryption;
import sportello.mime.Locksmith;
import sportello.mime.MailFile;
import sportello.mime.MailReader;
import sportello.mime.ReadMail;
import sportello.mime.Reading;
import sportello.mime.SignatureCheck.Verdict;
import sportello.settings.SmtpServer;
import sportello.storage.Hash;

/** What is promised to a letter, and the mail that keeps it, as those read it for whom it is when it came to them by SMTP. */
@SportelloTest
@Transactional
class SealedMimeTest {
    static final String HOUSE = "segreteria@valle.example";
    static final String CLIENT = "ufficio@cliente.example";
    private static final Instant NOW = Instant.now();
    private static final Duration DAY = Duration.ofDays(1);
    private static final Session SESSION = Session.getInstance(new Properties());

    /** Dots that end a mail, blanks that get lost, lines that get longer than SMTP carries, ends of lines of every kind. */
    private static final String ODD =
            "Buongiorno Giulia,\nperché no? \n.\n..\n.uno\n\tdue \t\n\r\ntre\rquattro\nFrom qui: " + "x".repeat(100)
                    + "\n" + "è".repeat(1200) + "\n\n";

    static Locksmith house;
    static Locksmith client;

    @Autowired
    private Sealing sealing;

    @Autowired
    private Seals seals;

    @Autowired
    private KeepingMailKeys keys;

    @Autowired
    private KeepingCorrespondentKeys correspondents;

    @Autowired
    private KeepingSealedSenders senders;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Sending sending;

    @Autowired
    private JdbcClient db;

    @BeforeAll
    static void both_make_keys() {
        house = Locksmith.of(HOUSE, NOW.minus(DAY), NOW.plus(DAY));
        client = Locksmith.of(CLIENT, NOW.minus(DAY), NOW.plus(DAY));
    }

    @BeforeEach
    void nobody_has_keys() {
        for (var table : List.of("mail_key", "correspondent_key", "sealed_sender"))
            db.sql("delete from " + table).update();
    }

    @ParameterizedTest
    @CsvSource({
        // manner, automatic ones too, by a machine, encrypting, our keys, his keys → promise
        "never, false, false, AS_USUAL, SO, SO, -",
        "never, false, false, WHERE_POSSIBLE, SO, S, smime_encrypted",
        "never, false, false, WHERE_POSSIBLE, S, -, -",
        "sign, false, false, AS_USUAL, SO, SO, smime_signed",
        "sign, false, false, AS_USUAL, O, -, openpgp_signed",
        "sign, false, false, AS_USUAL, -, -, smime_signed",
        "sign, false, true, AS_USUAL, S, -, -",
        "sign, true, true, AS_USUAL, -, S, -",
        "encrypt, true, true, AS_USUAL, -, S, smime_encrypted",
        "encrypt, true, true, AS_USUAL, -, -, -",
        "sign, true, true, AS_USUAL, S, S, smime_signed",
        "sign, false, false, WHERE_POSSIBLE, SO, O, openpgp_signed_encrypted",
        "encrypt, false, false, AS_USUAL, SO, SO, smime_signed_encrypted",
        "encrypt, false, false, AS_USUAL, SO, O, openpgp_signed_encrypted",
        "encrypt, false, false, AS_USUAL, S, O, openpgp_encrypted",
        "encrypt, false, false, AS_USUAL, S, -, smime_signed",
        "encrypt, false, true, AS_USUAL, S, S, -",
        "encrypt, true, true, AS_USUAL, S, S, smime_signed_encrypted",
        "never, false, false, ALWAYS, S, S, smime_encrypted",
        "never, false, false, ALWAYS, S, -, smime_encrypted",
        "sign, false, false, ALWAYS, S, -, smime_signed_encrypted",
        // who wants signatures and has no key for them any more sends nothing unsigned
        "encrypt, false, false, AS_USUAL, -, S, smime_signed_encrypted",
        "sign, false, false, WHERE_POSSIBLE, -, O, openpgp_signed_encrypted",
        "sign, false, false, ALWAYS, -, -, smime_signed_encrypted",
        "never, false, false, ALWAYS, -, O, openpgp_encrypted",
    })
    void what_is_promised(
            String manner,
            boolean automatic,
            boolean byMachine,
            Encrypting encrypting,
            String ours,
            String his,
            String promised)
            throws Exception {
        houseHas(ours);
        clientHas(his, CLIENT);
        decide(manner, automatic);
        var others = Set.of(CLIENT.toUpperCase(Locale.ROOT), "altro@cliente.example");
        var seal = sealing.promises(HOUSE.toUpperCase(Locale.ROOT), others, byMachine, encrypting)
                .get(CLIENT.toUpperCase(Locale.ROOT));
        assertThat(seal == null ? "-" : seal.stored()).isEqualTo(promised);
    }

    @Test
    void a_key_that_is_over_or_out_of_use_keeps_no_promise_and_the_reason_is_told() throws Exception {
        houseHas("SO");
        clientHas("SO", CLIENT);
        for (var manner : Seal.Manner.values()) {
            var both = new Seal(manner, true, true);
            assertThat(sealing.sealer(both, HOUSE, CLIENT)).isInstanceOf(Outcome.Done.class);
            assertThat(why(both, "altro@valle.example", CLIENT)).isEqualTo("seal.no_signing_key");
            assertThat(why(both, HOUSE, "altro@cliente.example")).isEqualTo("seal.no_recipient_key");
        }
        db.sql("update correspondent_key set valid = false").update();
        for (var manner : Seal.Manner.values())
            assertThat(why(new Seal(manner, true, true), HOUSE, CLIENT)).isEqualTo("seal.no_recipient_key");
        db.sql("update correspondent_key set valid = true, until = now()").update();
        for (var manner : Seal.Manner.values())
            assertThat(why(new Seal(manner, true, true), HOUSE, CLIENT)).isEqualTo("seal.no_recipient_key");
        db.sql("update mail_key set valid = false").update();
        for (var manner : Seal.Manner.values())
            assertThat(why(new Seal(manner, true, false), HOUSE, CLIENT)).isEqualTo("seal.no_signing_key");
    }

    /** A person must not be locked out because a certificate ended: the link for a password leaves, if without a signature. */
    @ParameterizedTest
    @CsvSource({
        // promised, by a machine → how it left
        "smime_signed, true, -",
        "smime_signed_encrypted, true, smime_encrypted",
        "smime_signed, false, failed",
        "openpgp_signed, true, -",
        "openpgp_signed_encrypted, false, failed",
    })
    void what_no_person_wrote_leaves_though_our_key_ended_meanwhile(String promised, boolean byMachine, String left)
            throws Exception {
        clientHas("SO", CLIENT);
        try (var server = new ScriptedServer()) {
            takes(server);
            var letter = new Letter(
                    new Recipient("", CLIENT), "Password", new LetterBody("Ecco.", ""), null, List.of(), byMachine);
            var id = outbox.post(letter.sentBy(new Recipient("Valle", HOUSE)));
            db.sql("update letter set seal = :seal where id = :id")
                    .param("seal", promised)
                    .param("id", id.value())
                    .update();
            sending.send(id);
            assertThat(db.sql(
                                    "select case state when 'sent' then coalesce(seal, '-') else state end from letter where id = :id")
                            .param("id", id.value())
                            .query(String.class)
                            .single())
                    .isEqualTo(left);
            assertThat(server.carried()).hasSize(left.equals("failed") ? 0 : 1);
            if (left.equals("-")) assertThat(server.carried().getFirst()).contains("Ecco.");
        }
    }

    private void takes(ScriptedServer server) {
        db.sql("update relay set standard = false").update();
        db.sql("insert into relay (name, standard, host, port, encryption, user_name, own_ca)"
                        + " values ('Posta', true, :host, :port, 'NONE', '', '')")
                .param("host", server.address().host())
                .param("port", server.address().port())
                .update();
    }

    @Test
    void what_smime_signed_is_whole_and_says_what_we_read() throws Exception {
        houseHas("S");
        var mail = read(written("smime_signed"), house.keys());
        assertThat(mail.text()).startsWith("Buongiorno Giulia,");
        assertThat(mail.files()).extracting(MailFile::name).containsExactly("foto.gif", "smime.p7s");
        assertThat(mail.encryption()).isNull();
        var signature = mail.signature();
        assertThat(signature.verdict()).isEqualTo(Verdict.UNKNOWN_SIGNER);
        assertThat(signature.address()).isEqualTo(HOUSE);
        assertThat(signature.key().authenticated()).isTrue();

        var altered = new String(written("smime_signed"), ISO_8859_1).replace("Giulia", "Giulio");
        assertThat(read(altered.getBytes(ISO_8859_1), house.keys()).signature().verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_smime_encrypted_opens_for_its_recipient_alone_and_is_signed_within(boolean authenticated)
            throws Exception {
        houseHas("S");
        clientHas("S", CLIENT);
        db.sql("update correspondent_key set authenticated = :it")
                .param("it", authenticated)
                .update();
        var bytes = written("smime_signed_encrypted");
        assertThat(new String(bytes, ISO_8859_1))
                .contains("smime-type=" + (authenticated ? "authEnveloped-data" : "enveloped-data"))
                .contains("Subject: Contatore")
                .doesNotContain("Buongiorno", "foto.gif", "multipart/signed");
        var mail = read(bytes, client.keys());
        assertThat(mail.text()).startsWith("Buongiorno Giulia,");
        assertThat(mail.encryption().fate()).isEqualTo(Encryption.Fate.OPENED);
        assertThat(mail.encryption().algorithm()).isEqualTo("AES-256");
        assertThat(mail.signature().verdict()).isEqualTo(Verdict.UNKNOWN_SIGNER);
        assertThat(mail.files()).extracting(MailFile::name).contains("foto.gif");
        assertThat(read(bytes, house.keys()).encryption().fate()).isEqualTo(Encryption.Fate.NO_KEY);
    }

    @Test
    void what_was_learned_later_does_not_take_the_place_of_a_key_that_was_compared() throws Exception {
        clientHas("S", CLIENT);
        added(correspondents.add(
                Locksmith.of(CLIENT, NOW.minus(DAY), NOW.plus(DAY)).pem().getBytes(UTF_8), CLIENT, Authority.HOUSE));
        db.sql("update correspondent_key set learned = true where id = (select max(id) from correspondent_key)")
                .update();
        assertThat(read(written("smime_encrypted"), client.keys()).encryption().fate())
                .isEqualTo(Encryption.Fate.OPENED);
    }

    @Test
    void a_certificate_on_a_curve_signs_and_is_encrypted_for() throws Exception {
        var before = List.of(house, client);
        house = Locksmith.onCurve(HOUSE, NOW.minus(DAY), NOW.plus(DAY));
        client = Locksmith.onCurve(CLIENT, NOW.minus(DAY), NOW.plus(DAY));
        try {
            houseHas("S");
            clientHas("S", CLIENT);
            var mail = read(written("smime_signed_encrypted"), client.keys());
            assertThat(mail.text()).startsWith("Buongiorno Giulia,");
            assertThat(mail.signature().verdict()).isEqualTo(Verdict.UNKNOWN_SIGNER);
        } finally {
            house = before.getFirst();
            client = before.getLast();
        }
    }

    /** Many authorities hand out one certificate to sign by and another to encrypt for. */
    @Test
    void a_certificate_is_used_for_what_it_may_be_used_for() {
        var opening = Locksmith.onlyFor(KeyUsage.keyAgreement, HOUSE, NOW.minus(DAY), NOW.plus(DAY.multipliedBy(2)));
        added(keys.add(opening.pkcs12("segreta"), "segreta", Authority.HOUSE));
        var signed = new Seal(Seal.Manner.SMIME, true, false);
        assertThat(why(signed, HOUSE, CLIENT)).isEqualTo("seal.no_signing_key");
        var signing = Locksmith.onlyFor(KeyUsage.digitalSignature, HOUSE, NOW.minus(DAY), NOW.plus(DAY));
        added(keys.add(signing.pkcs12("segreta"), "segreta", Authority.HOUSE));
        assertThat(why(signed, HOUSE, CLIENT)).isEmpty();

        for (var usage : List.of(KeyUsage.digitalSignature, KeyUsage.keyEncipherment)) {
            var brought = Locksmith.onlyFor(usage, CLIENT, NOW.minus(DAY), NOW.plus(DAY))
                    .pem()
                    .getBytes(UTF_8);
            assertThat(correspondents.add(brought, CLIENT, Authority.HOUSE))
                    .as("on a curve there is nothing to encipher a key by")
                    .isEqualTo(Outcome.refused("correspondent_keys.no_encryption"));
        }
    }

    @Test
    void what_somebody_else_wrote_and_we_pass_on_is_not_signed_by_us() {
        db.sql("insert into sealed_sender (address, manner) values (:address, 'sign')")
                .param("address", HOUSE)
                .update();
        var house = new Recipient("", HOUSE);
        var client = new Recipient("", CLIENT);
        var body = new LetterBody("Buongiorno", "<p>Buongiorno</p>");
        var origin = new Origin(client, NOW, null);
        var own = new Letter(client, "Orari", body, null, List.of(), false).sentBy(house);
        var passedOn = Letter.passedOn(client, "Orari", body, List.of(), origin).sentBy(house);
        assertThat(seals.promises(List.of(passedOn, own), Encrypting.AS_USUAL))
                .extracting(promise -> promise.map(Seal::key).orElse("-"))
                .containsExactly("-", "signed");
    }

    @Test
    void each_letter_of_a_mail_names_its_own_recipient_and_nobody_else() throws Exception {
        clientHas("S", CLIENT);
        var content = new MimeMessage(SESSION, new ByteArrayInputStream(written("smime_encrypted")));
        assertThat(new CMSEnvelopedData(content.getInputStream())
                        .getRecipientInfos()
                        .getRecipients())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smime_signed", "openpgp_signed"})
    void what_is_signed_are_the_very_signs_that_came_over_the_wire(String seal) throws Exception {
        houseHas("SO");
        var wire = new String(written(seal), ISO_8859_1);
        assertThat(wire.replace("\r\n", "")).matches("\\p{ASCII}*").doesNotContain("\n", "\r");
        assertThat(wire.lines()).allMatch(line -> line.length() <= 998);
        var boundary = "--" + wire.split("boundary=\"", 2)[1].split("\"", 2)[0];
        var begin = wire.indexOf(boundary + "\r\n") + boundary.length() + 2;
        var said = wire.substring(begin, wire.indexOf("\r\n" + boundary, begin)).getBytes(ISO_8859_1);
        var mail = new MimeMessage(SESSION, new ByteArrayInputStream(wire.getBytes(ISO_8859_1)));
        var signature = ((MimeMultipart) mail.getContent())
                .getBodyPart(1)
                .getInputStream()
                .readAllBytes();
        if (seal.startsWith("openpgp")) assertThat(isBy(house, said, signature)).isTrue();
        else
            assertThat(new CMSSignedData(new CMSProcessableByteArray(said), signature)
                            .verifySignatures(signer -> new JcaSimpleSignerInfoVerifierBuilder()
                                    .setProvider(new BouncyCastleProvider())
                                    .build(house.certificate())))
                    .isTrue();
        assertThat(read(wire.getBytes(ISO_8859_1), house.keys()).text()).contains("\n.\n..\n.uno\n", "è".repeat(1200));
    }

    @Test
    void what_openpgp_signed_verifies_by_its_public_key() throws Exception {
        houseHas("O");
        var bytes = written("openpgp_signed");
        var mail = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
        assertThat(mail.getContentType()).contains("multipart/signed", "pgp-sha256", "application/pgp-signature");
        var parts = (MimeMultipart) mail.getContent();
        var said = new ByteArrayOutputStream();
        parts.getBodyPart(0).writeTo(said);
        assertThat(isBy(
                        house,
                        said.toByteArray(),
                        parts.getBodyPart(1).getInputStream().readAllBytes()))
                .isTrue();
        assertThat(isBy(
                        house,
                        "altro".getBytes(UTF_8),
                        parts.getBodyPart(1).getInputStream().readAllBytes()))
                .isFalse();
        assertThat(read(bytes, house.keys()).text()).startsWith("Buongiorno Giulia,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openpgp_signed_encrypted", "openpgp_encrypted"})
    void what_openpgp_encrypted_opens_for_its_recipient_alone(String seal) throws Exception {
        houseHas("O");
        clientHas("O", CLIENT);
        var bytes = written(seal);
        assertThat(new String(bytes, ISO_8859_1))
                .contains("multipart/encrypted", "Version: 1", "-----BEGIN PGP MESSAGE-----")
                .doesNotContain("Buongiorno", "foto.gif");
        var mail = read(bytes, client.keysKnowing(house.knownAs(HOUSE)));
        assertThat(mail.text()).startsWith("Buongiorno Giulia,");
        assertThat(mail.encryption().fate()).isEqualTo(Encryption.Fate.OPENED);
        assertThat(mail.files()).extracting(MailFile::name).contains("foto.gif");
        var signature = mail.signature();
        if (seal.contains("signed")) assertThat(signature.verdict()).isEqualTo(Verdict.VALID);
        else assertThat(signature).isNull();
        assertThat(read(bytes, house.keys()).encryption().fate()).isEqualTo(Encryption.Fate.NO_KEY);
    }

    private static boolean isBy(Locksmith whose, byte[] said, byte[] signature) throws Exception {
        var list = (PGPSignatureList)
                new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(signature))).nextObject();
        var one = list.get(0);
        one.init(new BcPGPContentVerifierBuilderProvider(), whose.openPgpKey(one.getKeyID()));
        one.update(said);
        return one.verify();
    }

    private String why(Seal seal, String sender, String recipient) {
        return sealing.sealer(seal, sender, recipient) instanceof Outcome.Refused<Sealer>(var why) ? why.message() : "";
    }

    private byte[] written(String seal) throws Exception {
        return written(sealing, Seal.of(seal));
    }

    /** As the server of the other side has it in the end. */
    static byte[] written(Sealing sealing, @Nullable Seal seal) throws Exception {
        try (var server = new ScriptedServer()) {
            assertThat(sent(sealing, seal, server.address())).isInstanceOf(Reply.Accepted.class);
            return server.carried().getFirst().getBytes(ISO_8859_1);
        }
    }

    static Reply sent(Sealing sealing, @Nullable Seal seal, SmtpServer to) {
        var letter = new Letter(
                        new Recipient("Giulia Moretti", CLIENT),
                        "Contatore",
                        new LetterBody(ODD, "<p>Buongiorno Giulia,</p>\n.\n" + "<i>è</i>".repeat(300)),
                        null,
                        List.of(),
                        false)
                .sentBy(new Recipient("Valle", HOUSE))
                .with(List.of(new LetterFile("foto.gif", "image/gif", Given.DOT.length, Hash.of(new byte[32]), null)));
        var sealer = sealing.sealer(seal, HOUSE, CLIENT) instanceof Outcome.Done<Sealer>(var found) ? found : null;
        return new SmtpConversation(to, "desk.valle.example", hash -> new ByteArrayInputStream(Given.DOT))
                .deliver(new StoredLetter(new LetterId(1), Given.ID, letter, 1, NOW, seal), Given.VALLE, sealer);
    }

    static ReadMail read(byte[] bytes, sportello.mime.MailKeys keys) {
        var reading =
                new MailReader(Clock.systemUTC(), keys).read(() -> new ByteArrayInputStream(bytes), Language.ITALIAN);
        if (!(reading instanceof Reading.Readable(var mail))) throw new AssertionError(reading.toString());
        mail.close();
        return mail;
    }

    private void houseHas(String kinds) throws Exception {
        if (kinds.contains("S")) added(keys.add(house.pkcs12("segreta"), "segreta", Authority.HOUSE));
        if (kinds.contains("O")) added(keys.add(house.armoured().getBytes(UTF_8), "segreta", Authority.HOUSE));
    }

    private void clientHas(String kinds, String address) throws Exception {
        if (kinds.contains("S")) added(correspondents.add(client.pem().getBytes(UTF_8), address, Authority.HOUSE));
        if (kinds.contains("O"))
            added(correspondents.add(client.armouredPublicKey().getBytes(UTF_8), address, Authority.HOUSE));
    }

    private void decide(String manner, boolean automatic) {
        var wanted = SealedSender.Manner.valueOf(manner.toUpperCase(Locale.ROOT));
        db.sql("insert into sealed_sender (address, manner, automatic) values (:address, :manner, :automatic)")
                .param("address", HOUSE)
                .param("manner", wanted.key())
                .param("automatic", automatic)
                .update();
        assertThat(senders.all()).extracting(SealedSender::manner).contains(wanted);
    }

    private static void added(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
