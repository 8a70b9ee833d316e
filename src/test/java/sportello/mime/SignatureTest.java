package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sportello.mime.SignatureCheck.Verdict;

/** A signature is called valid only if it is: whole, over the whole mail, by the sender, known to somebody we trust, today. */
class SignatureTest {

    private static final Instant TODAY = TestMail.TODAY;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String TEXT = "Content-Type: text/plain; charset=utf-8\r\n\r\nIl lampione è spento.\r\n";
    private static Authority authority;
    private static Authority.Person giulia;

    @BeforeAll
    static void an_authority_vouches_for_giulia() {
        authority = new Authority("Autorità di prova");
        giulia = authority.person(
                "Giulia Moretti", "giulia.moretti@roccalba.example", TODAY.minus(YEAR), TODAY.plus(YEAR));
    }

    @Test
    void what_giulia_signed_and_sent_is_valid() {
        var check = check(mail(giulia.sign(TEXT), TEXT));
        assertThat(check.verdict()).isEqualTo(Verdict.VALID);
        assertThat(check.name()).isEqualTo("Giulia Moretti");
        assertThat(check.address()).isEqualTo("giulia.moretti@roccalba.example");
        assertThat(check.until()).isEqualTo(TODAY.plus(YEAR));
    }

    @Test
    void by_what_giulia_can_be_written_to_comes_with_it() {
        var key = check(mail(giulia.sign(TEXT), TEXT)).key();
        assertThat(key).isNotNull();
        assertThat(key.certificate().getSubject()).hasToString("CN=Giulia Moretti");
        assertThat(key.authenticated()).isFalse();
        assertThat(check(mail(giulia.signSayingWhatIsRead(TEXT), TEXT)).key().authenticated())
                .isTrue();
    }

    @Test
    void it_stays_valid_however_the_lines_end() {
        assertThat(verdict(mail(giulia.sign(TEXT), TEXT).replace("\r\n", "\n"))).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_mail_within_its_signature_is_valid_and_reads_as_what_is_in_it() {
        var mail = from("giulia.moretti@roccalba.example")
                + "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(giulia.pack(TEXT));
        assertThat(verdict(mail)).isEqualTo(Verdict.VALID);
        assertThat(read(mail).text()).isEqualTo("Il lampione è spento.");
    }

    @Test
    void a_changed_word_makes_it_invalid() {
        assertThat(verdict(mail(giulia.sign(TEXT), TEXT.replace("spento", "acceso"))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_part_put_behind_makes_it_invalid() {
        var mail = mail(giulia.sign(TEXT), TEXT).replace("--firma--", "--firma\r\n\r\nAggiunto dopo.\r\n--firma--");
        assertThat(verdict(mail)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_signature_over_a_part_only_says_nothing_about_the_mail() {
        var inner = mail(giulia.sign(TEXT), TEXT).split("\r\n", 2)[1];
        var mail = from("giulia.moretti@roccalba.example")
                + "Content-Type: multipart/mixed; boundary=fuori\r\n\r\n--fuori\r\n\r\nNon firmato.\r\n--fuori\r\n"
                + inner + "\r\n--fuori--\r\n";
        assertThat(read(mail).signature()).isNull();
        assertThat(read(mail).files()).extracting(MailFile::name).containsExactly("smime.p7s");
    }

    @Test
    void who_sends_in_the_name_of_another_is_told() {
        var mail = mail(giulia.sign(TEXT), TEXT).replace("From: giulia.moretti@", "From: paolo.galli@");
        assertThat(verdict(mail)).isEqualTo(Verdict.OTHER_SENDER);
    }

    @Test
    void a_certificate_out_of_its_time_has_expired() {
        var former = authority.person(
                "Giulia Moretti", "giulia.moretti@roccalba.example", TODAY.minus(YEAR), TODAY.minusSeconds(1));
        assertThat(verdict(mail(former.sign(TEXT), TEXT))).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void whom_nobody_vouches_for_is_unknown() {
        var stranger = new Authority("Autorità di prova")
                .person("Giulia Moretti", "giulia.moretti@roccalba.example", TODAY.minus(YEAR), TODAY.plus(YEAR));
        assertThat(verdict(mail(stranger.sign(TEXT), TEXT))).isEqualTo(Verdict.UNKNOWN_SIGNER);
    }

    @Test
    void who_may_sign_for_a_website_may_not_sign_mail() {
        var site = authority.site("giulia.moretti@roccalba.example", TODAY.minus(YEAR), TODAY.plus(YEAR));
        assertThat(verdict(mail(site.sign(TEXT), TEXT))).isEqualTo(Verdict.UNKNOWN_SIGNER);
    }

    @Test
    void a_digest_that_can_be_forged_is_weak() {
        assertThat(verdict(mail(giulia.sign(TEXT, "SHA1withECDSA"), TEXT))).isEqualTo(Verdict.WEAK);
    }

    @Test
    void garbage_cut_off_bytes_and_bottomless_structures_are_invalid() {
        var whole = giulia.sign(TEXT);
        var deep = new byte[200_000];
        for (var i = 0; i < deep.length; i += 2) deep[i] = 0x30;
        for (var i = 1; i < deep.length; i += 2) deep[i] = (byte) 0x80;
        for (var block : new byte[][] {{}, {1, 2, 3}, java.util.Arrays.copyOf(whole, whole.length / 2), deep})
            assertThat(verdict(mail(block, TEXT))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void what_is_packed_without_a_bottom_is_left_as_it_came() {
        var deep = "MIAG".repeat(1) + base64(new byte[] {0x30, (byte) 0x80}).repeat(20_000);
        var mail = from("giulia.moretti@roccalba.example")
                + "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + deep;
        assertThat(read(mail).files()).hasSize(1);
    }

    /** Whoever has the structure has not the provider's key. */
    @Test
    void certified_mail_is_attested_by_a_signature_to_rely_on_and_by_no_other() throws IOException {
        var address = "posta-certificata@gestore.example";
        var provider = authority.person("Gestore", address, TODAY.minus(YEAR), TODAY.plus(YEAR));
        var nobody = new Authority("Autorità di prova").person("Gestore", address, TODAY.minus(YEAR), TODAY.plus(YEAR));
        assertThat(read(signedAnew("083-pec-certified", provider)).isAttested()).isTrue();
        assertThat(read(signedAnew("086-pec-receipt-accepted", provider)).isAttested())
                .isTrue();
        assertThat(read(signedAnew("083-pec-certified", nobody)).isAttested()).isFalse();
        assertThat(read(signedAnew("083-pec-certified", giulia)).isAttested())
                .as("in the name of a provider")
                .isFalse();
        assertThat(read(signedAnew("090-pec-anomaly", provider)).isAttested())
                .as("an ordinary mail within")
                .isFalse();
        var other = file("083-pec-certified").replace("From: Giulia Moretti <giulia", "From: Paolo <paolo");
        assertThat(read(signedAnew(provider, other)).isAttested())
                .as("another sender than is attested")
                .isFalse();
        assertThat(read(mail(giulia.sign(TEXT), TEXT)).isAttested())
                .as("no certified mail")
                .isFalse();
    }

    /** What anybody may get from a known authority attests nothing where the house names its own. */
    @Test
    void where_authorities_of_certified_mail_are_named_theirs_alone_attest_it() throws IOException {
        var address = "posta-certificata@gestore.example";
        var agency = new Authority("Autorità dei gestori");
        var keys = new TestMail.NoKeys(Set.of(new TrustAnchor(agency.certificate(), null)));
        var provider = agency.person("Gestore", address, TODAY.minus(YEAR), TODAY.plus(YEAR));
        var anybody = authority.person("Gestore", address, TODAY.minus(YEAR), TODAY.plus(YEAR));

        assertThat(read(signedAnew("083-pec-certified", provider), keys).isAttested())
                .isTrue();
        assertThat(read(signedAnew("083-pec-certified", provider)).isAttested()).isFalse();
        assertThat(read(signedAnew("083-pec-certified", anybody), keys).isAttested())
                .isFalse();
        assertThat(check(mail(giulia.sign(TEXT), TEXT), keys).verdict())
                .as("no certified mail")
                .isEqualTo(Verdict.VALID);
    }

    private static String signedAnew(String name, Authority.Person by) throws IOException {
        return signedAnew(by, file(name));
    }

    /** The same, signed by somebody else. */
    private static String signedAnew(Authority.Person by, String mail) {
        var parts = mail.split("--firma(--)?\r\n");
        var content = parts[1].substring(0, parts[1].length() - 2);
        var head = parts[2].split("\r\n\r\n")[0];
        return String.join("--firma\r\n", parts[0], parts[1], head) + "\r\n\r\n" + base64(by.sign(content))
                + "\r\n--firma--\r\n";
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/mails/" + name + ".eml"))
                .replace("\n", "\r\n");
    }

    private static String from(String address) {
        return "From: " + address + "\r\n";
    }

    private static String mail(byte[] signature, String content) {
        return from("giulia.moretti@roccalba.example")
                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=firma\r\n\r\n--firma\r\n"
                + content + "\r\n--firma\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(signature) + "\r\n--firma--\r\n";
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getMimeEncoder().encode(bytes), US_ASCII);
    }

    private static Verdict verdict(String mail) {
        return check(mail).verdict();
    }

    private static SignatureCheck check(String mail) {
        return check(mail, TestMail.NO_KEYS);
    }

    private static SignatureCheck check(String mail, MailKeys keys) {
        var check = read(mail, keys).signature();
        if (check == null) throw new AssertionError("no signature");
        return check;
    }

    private static ReadMail read(String mail) {
        return read(mail, TestMail.NO_KEYS);
    }

    private static ReadMail read(String mail, MailKeys keys) {
        var signers = new Signers(TestMail.CLOCK, () -> Set.of(new TrustAnchor(authority.certificate(), null)));
        return TestMail.readable(signers, keys, mail.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
