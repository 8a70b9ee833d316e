package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.mime.SignatureCheck.Verdict;

/** What stands in the table of limits, one before, at and one behind each: what is signed or encrypted. */
class SealEdgesTest {
    private static final String GIULIA = "giulia.moretti@roccalba.example";
    private static final String TEXT = "Content-Type: text/plain\r\n\r\nIl lampione.\r\n";
    private static final Instant FROM = TestMail.TODAY.minus(Duration.ofDays(30));
    private static final Instant UNTIL = TestMail.TODAY.plus(Duration.ofDays(30));

    private final Authority authority = new Authority("Autorità di prova");

    @Test
    void a_signature_has_so_many_bytes() throws Exception {
        var giulia = authority.person("Giulia", GIULIA, FROM, UNTIL);
        var signed = new CMSSignedData(giulia.sign(TEXT));
        var bare = filled(signed, 1_000_000).length - 1_000_000;
        Edge.of("mime/Signatures.LONGEST").isTheLast(size -> {
            var mail = "From: " + GIULIA + "\r\nContent-Type: multipart/signed; boundary=firma;"
                    + " protocol=\"application/pkcs7-signature\"\r\n\r\n--firma\r\n" + TEXT
                    + "\r\n--firma\r\nContent-Type: application/pkcs7-signature\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(filled(signed, size - bare)) + "\r\n--firma--\r\n";
            return TestMail.readable(authority.signers(TestMail.CLOCK), TestMail.NO_KEYS, mail.getBytes(UTF_8))
                            .signature()
                            .verdict()
                    == Verdict.VALID;
        });
    }

    /** With something in it that nobody signed and nobody reads. */
    private static byte[] filled(CMSSignedData signed, int bytes) throws IOException {
        var filling = new Attribute(new ASN1ObjectIdentifier("1.2.3"), new DERSet(new DEROctetString(new byte[bytes])));
        var signer = SignerInformation.replaceUnsignedAttributes(
                signed.getSignerInfos().iterator().next(), new AttributeTable(filling));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(signer))
                .getEncoded();
    }

    @Test
    void so_many_sign_with_so_many_certificates() throws Exception {
        var signed = new CMSSignedData(
                authority.person("Giulia", GIULIA, FROM, UNTIL).pack(TEXT));
        var certificate = signed.getCertificates().getMatches(null).iterator().next();
        var info = signed.getSignerInfos().iterator().next();
        Edge.of("mime/Signers.MOST")
                .isTheLast(many -> verdict(nCopies(many, info), List.of(certificate)) == Verdict.VALID);
        Edge.of("mime/Signers.MOST_CERTIFICATES")
                .isTheLast(many -> verdict(List.of(info), nCopies(many, certificate)) == Verdict.VALID);
    }

    @Test
    void between_a_signer_and_whom_we_trust_stand_so_many() throws Exception {
        Edge.of("mime/Signers.LONGEST_CHAIN").isTheLast(many -> {
            var certificates = new ArrayList<X509CertificateHolder>();
            var last = authority;
            for (var i = 1; i < many; i++) {
                last = last.below("Autorità " + i);
                certificates.add(new JcaX509CertificateHolder(last.certificate()));
            }
            var signed =
                    new CMSSignedData(last.person("Giulia", GIULIA, FROM, UNTIL).pack(TEXT));
            certificates.addAll(signed.getCertificates().getMatches(null));
            return verdict(List.copyOf(signed.getSignerInfos().getSigners()), certificates) == Verdict.VALID;
        });
    }

    private Verdict verdict(List<SignerInformation> infos, List<X509CertificateHolder> certificates) {
        return authority
                .signers(TestMail.CLOCK)
                .check(new SignerInformationStore(infos), new CollectionStore<>(certificates), GIULIA)
                .verdict();
    }

    @Test
    void so_many_sign_by_openpgp() throws Exception {
        var armour = Locksmith.of(GIULIA, FROM, UNTIL).pgpSignature(TEXT, HashAlgorithmTags.SHA256);
        var packets = new ArmoredInputStream(new ByteArrayInputStream(armour.getBytes(US_ASCII)));
        var signature = PgpMessage.signatures(new BcPGPObjectFactory(packets)).getFirst();
        var checked = new PgpSignatures(TestMail.NO_KEYS, TestMail.TODAY, Deadline.in(Limits.STANDARD.time()));
        Edge.of("mime/PgpSignatures.MOST")
                .isTheLast(many ->
                        checked.check(nCopies(many, signature), () -> new ByteArrayInputStream(new byte[0]), GIULIA)
                                        .verdict()
                                == Verdict.UNKNOWN_SIGNER);
    }

    @Test
    void so_many_keys_are_tried() throws Exception {
        var house = Locksmith.of("assistenza@valle.example", FROM, UNTIL);
        var other = Locksmith.weak("assistenza@valle.example", FROM, UNTIL)
                .keys()
                .openPgp(any -> true)
                .getFirst()
                .key();
        var sealed = encrypted(house.pgp(TEXT));
        Edge.of("mime/PgpMessage.TRIES")
                .isTheLast(many -> opens(sealed, new MailKeys() {
                    @Override
                    public Set<TrustAnchor> pecAuthorities() {
                        return Set.of();
                    }

                    @Override
                    public List<MailKey.Smime> smime(Predicate<X509CertificateHolder> fits) {
                        return List.of();
                    }

                    @Override
                    public List<MailKey.OpenPgp> openPgp(LongPredicate fits) {
                        var right = house.keys().openPgp(fits).getFirst();
                        var wrong = new PGPPrivateKey(
                                right.key().getKeyID(), other.getPublicKeyPacket(), other.getPrivateKeyDataPacket());
                        var all = new ArrayList<>(nCopies(many - 1, new MailKey.OpenPgp("altra", wrong)));
                        all.add(right);
                        return all;
                    }

                    @Override
                    public List<KnownPgpKey> known(long number) {
                        return List.of();
                    }
                }));
    }

    private static boolean opens(String mail, MailKeys keys) {
        return read(mail, keys).encryption().fate() == Encryption.Fate.OPENED;
    }

    @Test
    void what_is_blank_beside_what_is_encrypted_is_no_file() throws Exception {
        var house = Locksmith.of("assistenza@valle.example", FROM, UNTIL);
        var sealed = "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(house.sealed(TEXT));
        Edge.of("mime/Unsealing.LONGEST_BLANK")
                .isTheLast(many -> read(
                                "From: " + GIULIA
                                        + "\r\nContent-Type: multipart/mixed; boundary=fuori\r\n\r\n--fuori\r\n"
                                        + sealed + "\r\n--fuori\r\nContent-Type: text/plain\r\n\r\n" + " ".repeat(many)
                                        + "\r\n--fuori--\r\n",
                                house.keys())
                        .files()
                        .isEmpty());
    }

    private static String encrypted(String message) {
        return "From: " + GIULIA
                + "\r\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=chiuso\r\n\r\n"
                + "--chiuso\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
                + "--chiuso\r\nContent-Type: application/octet-stream\r\n\r\n" + message + "\r\n--chiuso--\r\n";
    }

    private static ReadMail read(String mail, MailKeys keys) {
        var reading = TestMail.read(new Signers(TestMail.CLOCK, Set::of), keys, mail.getBytes(UTF_8));
        if (reading instanceof Reading.Readable(var read)) return EdgesTest.closed(read);
        throw new AssertionError(reading.toString());
    }
}
