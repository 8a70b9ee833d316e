package sportello.mime;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Whom a certificate names, and by which addresses in small letters. */
public record SignerName(String name, List<String> addresses) {

    private static final int MAIL_ADDRESS = 1;

    /** Its name may be empty, and it may have no address. */
    public static SignerName of(X509Certificate certificate) throws CertificateParsingException {
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var addresses = new ArrayList<String>();
        var names = certificate.getSubjectAlternativeNames();
        if (names != null)
            for (var name : names)
                if (name.getFirst().equals(MAIL_ADDRESS)) addresses.add(clean(String.valueOf(name.getLast())));
        values(subject, BCStyle.EmailAddress).forEach(address -> addresses.add(clean(address)));
        return new SignerName(
                values(subject, BCStyle.CN).stream()
                        .findFirst()
                        .map(name -> CleanMail.line(name, 250))
                        .orElse(""),
                List.copyOf(addresses));
    }

    private static String clean(String address) {
        return CleanMail.line(address, 320).toLowerCase(Locale.ROOT);
    }

    private static List<String> values(X500Name name, ASN1ObjectIdentifier type) {
        var values = new ArrayList<String>();
        for (var part : name.getRDNs(type))
            values.add(IETFUtils.valueToString(part.getFirst().getValue()));
        return values;
    }
}
