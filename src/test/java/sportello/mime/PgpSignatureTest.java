package sportello.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sportello.mime.Encryption.Fate;
import sportello.mime.SignatureCheck.Verdict;

/** A signature of OpenPGP is called valid only if the key is known for the sender, may sign today, and signed all that came. */
class PgpSignatureTest {
    private static final String GIULIA = "giulia.moretti@roccalba.example";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String TEXT = "Content-Type: text/plain; charset=utf-8\r\n\r\nIl lampione è spento.\r\n";
    private static Locksmith giulia;
    private static Locksmith former;
    private static Locksmith house;
    private static MailKeys keys;

    @BeforeAll
    static void her_key_is_known() {
        giulia = Locksmith.of(GIULIA, TestMail.TODAY.minus(YEAR), TestMail.TODAY.plus(YEAR));
        former = Locksmith.of(GIULIA, TestMail.TODAY.minus(YEAR), TestMail.TODAY.minus(Duration.ofDays(1)));
        house = Locksmith.of("assistenza@valle.example", TestMail.TODAY.minus(YEAR), TestMail.TODAY.plus(YEAR));
        keys = house.keysKnowing(giulia.knownAs(GIULIA), former.knownAs(GIULIA));
    }

    @Test
    void what_she_signed_and_sent_is_valid_and_says_by_whom() {
        var check = check(beside(giulia, TEXT, TEXT));
        assertThat(check).isEqualTo(SignatureCheck.ofOpenPgp(Verdict.VALID, "Giulia Moretti", GIULIA));
        assertThat(verdict(beside(giulia, TEXT, TEXT).replace("\r\n", "\n"))).isEqualTo(Verdict.VALID);
    }

    @Test
    void what_was_altered_added_or_cut_off_is_invalid() {
        assertThat(verdict(beside(giulia, TEXT, TEXT.replace("spento", "acceso"))))
                .isEqualTo(Verdict.INVALID);
        assertThat(verdict(
                        beside(giulia, TEXT, TEXT).replace("--firma--", "--firma\r\n\r\nAggiunto dopo.\r\n--firma--")))
                .isEqualTo(Verdict.INVALID);
        assertThat(
                        verdict(
                                mail(
                                        "multipart/signed; boundary=firma",
                                        "--firma\r\n" + TEXT
                                                + "\r\n--firma\r\nContent-Type: application/pgp-signature\r\n\r\nniente\r\n--firma--\r\n")))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_key_that_is_not_known_is_over_or_somebody_elses_is_told() {
        assertThat(verdict(beside(house, TEXT, TEXT))).isEqualTo(Verdict.UNKNOWN_SIGNER);
        assertThat(verdict(beside(former, TEXT, TEXT))).isEqualTo(Verdict.EXPIRED);
        assertThat(verdict(beside(giulia, TEXT, TEXT).replace("From: " + GIULIA, "From: paolo@roccalba.example")))
                .isEqualTo(Verdict.OTHER_SENDER);
        assertThat(verdict(beside(TEXT, giulia.pgpSignature(TEXT, HashAlgorithmTags.SHA1))))
                .isEqualTo(Verdict.WEAK);
    }

    @Test
    void a_signature_over_a_part_only_says_nothing_about_the_mail() {
        var inner = beside(giulia, TEXT, TEXT).split("\r\n", 2)[1];
        var mail = mail(
                "multipart/mixed; boundary=fuori",
                "--fuori\r\n\r\nNon firmato.\r\n--fuori\r\n" + inner + "\r\n--fuori--\r\n");
        assertThat(read(mail).signature()).isNull();
    }

    @Test
    void a_text_that_is_signed_is_read_without_its_armour_and_valid() {
        var text = "Il lampione è spento.  \r\n- primo\r\n-- \r\nGiulia";
        var mail = read(mail("text/plain; charset=utf-8", giulia.pgpSignedText(text)));
        assertThat(mail.signature()).isEqualTo(SignatureCheck.ofOpenPgp(Verdict.VALID, "Giulia Moretti", GIULIA));
        assertThat(mail.text())
                .startsWith("Il lampione è spento.")
                .contains("\n- primo\n")
                .doesNotContain("PGP");
        var altered = giulia.pgpSignedText(text).replace("spento", "acceso");
        assertThat(verdict(mail("text/plain; charset=utf-8", altered))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_text_with_something_around_what_is_signed_is_as_if_it_were_not() {
        var signed = giulia.pgpSignedText("Il lampione è spento.");
        for (var text : new String[] {
            "Paghi qui.\r\n\r\n" + signed,
            signed + "\r\nPaghi qui.\r\n",
            signed + signed,
            signed.replace("Hash: SHA256\r\n", "Hash: SHA256\r\nPaghi qui.\r\n"),
        })
            assertThat(read(mail("text/plain; charset=utf-8", text)).signature())
                    .as(text)
                    .isNull();
    }

    @Test
    void what_is_signed_and_encrypted_in_one_is_checked_when_it_is_opened() {
        var mail = read(encrypted(house.pgpBy(giulia, TEXT, false)));
        assertThat(mail.encryption().fate()).isEqualTo(Fate.OPENED);
        assertThat(mail.text()).isEqualTo("Il lampione è spento.");
        assertThat(mail.signature()).isEqualTo(SignatureCheck.ofOpenPgp(Verdict.VALID, "Giulia Moretti", GIULIA));
        assertThat(verdict(encrypted(house.pgpBy(giulia, TEXT, true)))).isEqualTo(Verdict.INVALID);
        assertThat(verdict(encrypted(house.pgpAnnouncedBy(giulia, TEXT))))
                .as("taken away before it was encrypted")
                .isEqualTo(Verdict.INVALID);
        assertThat(verdict(encrypted(house.pgpBy(house, TEXT, false)))).isEqualTo(Verdict.UNKNOWN_SIGNER);
        assertThat(read(encrypted(house.pgp(TEXT))).signature()).isNull();
        var inside = beside(giulia, TEXT, TEXT).split("\r\n", 2)[1];
        assertThat(verdict(encrypted(house.pgp(inside)))).isEqualTo(Verdict.VALID);
        assertThat(verdict(mail("text/plain", house.pgpBy(giulia, "Il lampione.", false))))
                .isEqualTo(Verdict.VALID);
        assertThat(read(mail("text/plain", "Prima.\r\n" + house.pgpBy(giulia, "Il lampione.", false)))
                        .signature())
                .isNull();
    }

    /** Its envelope is signed by S/MIME, or it is none. */
    @Test
    void a_signature_of_openpgp_makes_no_certified_mail() {
        var mail = read("X-Trasporto: posta-certificata\r\n" + beside(giulia, TEXT, TEXT));
        assertThat(mail.pec()).isNull();
    }

    private static String beside(Locksmith by, String signed, String sent) {
        return beside(sent, by.pgpSignature(signed, HashAlgorithmTags.SHA256));
    }

    private static String beside(String sent, String signature) {
        return mail(
                "multipart/signed; protocol=\"application/pgp-signature\"; boundary=firma",
                "--firma\r\n" + sent
                        + "\r\n--firma\r\nContent-Type: application/pgp-signature; name=signature.asc\r\n\r\n"
                        + signature + "\r\n--firma--\r\n");
    }

    private static String encrypted(String message) {
        return mail(
                "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=busta",
                "--busta\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--busta\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n" + message + "\r\n--busta--\r\n");
    }

    private static String mail(String type, String body) {
        return "From: " + GIULIA + "\r\nContent-Type: " + type + "\r\n\r\n" + body;
    }

    private static Verdict verdict(String mail) {
        return check(mail).verdict();
    }

    private static SignatureCheck check(String mail) {
        var check = read(mail).signature();
        if (check == null) throw new AssertionError("no signature");
        return check;
    }

    private static ReadMail read(String mail) {
        var reading = TestMail.read(new Signers(TestMail.CLOCK, Set::of), keys, mail.getBytes(UTF_8));
        if (!(reading instanceof Reading.Readable(var read))) throw new AssertionError(reading.toString());
        read.close();
        return read;
    }
}
