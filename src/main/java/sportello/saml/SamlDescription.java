package sportello.saml;

import java.io.IOException;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import sportello.base.Outcome;

/**
 * What a provider says of itself (SAML metadata): the first one in it that takes requests by redirect.
 *
 * @param certificates of the keys with which it signs, as PEM
 */
record SamlDescription(String entityId, String address, String certificates) {
    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

    static Outcome<SamlDescription> read(String text) {
        try {
            return SamlPaper.all(SamlPaper.read(text).getDocumentElement(), METADATA, "IDPSSODescriptor")
                    .filter(descriptor -> SamlPaper.is(descriptor.getParentNode(), METADATA, "EntityDescriptor"))
                    .map(SamlDescription::of)
                    .filter(said -> !said.address.isEmpty())
                    .findFirst()
                    .<Outcome<SamlDescription>>map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("saml.metadata"));
        } catch (IOException odd) {
            return Outcome.refused("saml.metadata");
        }
    }

    private static SamlDescription of(Element descriptor) {
        var entity = (Element) descriptor.getParentNode();
        var address = SamlPaper.children(descriptor, METADATA, "SingleSignOnService")
                .filter(door -> door.getAttribute("Binding").equals(REDIRECT))
                .map(door -> door.getAttribute("Location"))
                .findFirst()
                .orElse("");
        var certificates = SamlPaper.children(descriptor, METADATA, "KeyDescriptor")
                .filter(key -> !key.getAttribute("use").equals("encryption"))
                .flatMap(key -> SamlPaper.all(key, SamlPaper.SIGNATURE, "X509Certificate"))
                .map(certificate -> "-----BEGIN CERTIFICATE-----\n" + certificate.getTextContent()
                        + "\n-----END CERTIFICATE-----\n")
                .collect(Collectors.joining());
        return new SamlDescription(entity.getAttribute("entityID"), address, certificates);
    }
}
