package sportello.saml;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Outcome;
import sportello.oidc.Audience;
import sportello.oidc.TestKey;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void so_many_certificates_of_such_keys_are_kept_in_so_long_a_text() throws Exception {
        Edge.of("saml/Certificates.MOST")
                .isTheLast(many -> Certificates.tidy(IntStream.range(0, many)
                                .mapToObj(number -> Certificates.pem(certificate(2048, number)))
                                .collect(Collectors.joining()))
                        instanceof Outcome.Done);
        Edge.of("saml/Certificates.SHORTEST_MODULUS")
                .isTheFirst(bits -> Certificates.tidy(Certificates.pem(certificate(bits, 0))) instanceof Outcome.Done);
        var one = Certificates.pem(certificate(2048, 0));
        Edge.of("saml/Certificates.LONGEST")
                .isTheLast(length ->
                        Certificates.tidy(one + " ".repeat(length - one.length())) instanceof Outcome.Done);
    }

    /** Only the length of its key counts here, so nobody needs to know the primes. */
    private static X509Certificate certificate(int bits, int number) {
        try {
            var modulus = BigInteger.TWO.pow(bits - 1).add(BigInteger.valueOf(2L * number + 1));
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
            var name = new X500Name("CN=Provider");
            var builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.valueOf(number), Date.from(NOW), Date.from(NOW.plusSeconds(9)), name, key);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(TestKey.CURVE.open())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_paper_has_so_many_signs_and_so_much_in_each_other() throws Exception {
        Edge.of("saml/SamlPaper.LONGEST").isTheLast(length -> isRead("<a>" + "x".repeat(length - 7) + "</a>"));
        Edge.of("saml/SamlPaper.DEEPEST").isTheLast(many -> isRead("<a>".repeat(many) + "</a>".repeat(many)));
    }

    private static boolean isRead(String text) {
        try {
            SamlPaper.read(text);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void a_provider_has_so_long_a_name_and_so_high_a_level() throws Exception {
        Edge.of("saml/SamlProvider.LONGEST")
                .isTheLast(length -> provider("x".repeat(length), "", 0).checked() instanceof Outcome.Done);
        Edge.of("saml/SamlProvider.LONGEST")
                .isTheLast(length -> provider("Comune", "https://idp.example/" + "x".repeat(length - 20), 0)
                                .checked()
                        instanceof Outcome.Done);
        Edge.of("saml/Spid.HIGHEST")
                .isTheLast(level -> provider("Comune", "", level).checked() instanceof Outcome.Done);
    }

    private static SamlProvider provider(String name, String address, int level) {
        return new SamlProvider(Audience.PORTAL, false, name, "", address, "", SamlNames.USUAL, level, null, List.of());
    }

    // limit saml/SamlConditions.LONGEST
    @Test
    void an_assertion_is_so_old_at_most() throws Exception {
        new Edge("saml/SamlConditions.LONGEST", 3600).isTheLast(seconds -> {
            var made = NOW.minusSeconds(seconds);
            var answer = SamlPaper.read("""
                    <p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"
                     Destination="door" InResponseTo="r"><Assertion ID="a" IssueInstant="%s">
                    <Conditions><AudienceRestriction><Audience>us</Audience></AudienceRestriction></Conditions>
                    <Subject><SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                    <SubjectConfirmationData Recipient="door" InResponseTo="r" NotOnOrAfter="%s"/>
                    </SubjectConfirmation></Subject></Assertion></p:Response>
                    """.formatted(made, NOW.plusSeconds(60)));
            try {
                new SamlConditions("us", "door", "r", NOW).check(answer.getDocumentElement());
                return true;
            } catch (IOException refused) {
                return false;
            }
        });
    }
}
