package sportello.saml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.onelogin.saml2.authn.AuthnRequest;
import com.onelogin.saml2.authn.AuthnRequestParams;
import com.onelogin.saml2.authn.SamlResponse;
import com.onelogin.saml2.exception.ValidationError;
import com.onelogin.saml2.model.AttributeConsumingService;
import com.onelogin.saml2.settings.Metadata;
import com.onelogin.saml2.settings.Saml2Settings;
import com.onelogin.saml2.settings.SettingsBuilder;
import com.onelogin.saml2.util.Constants;
import com.onelogin.saml2.util.Util;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.xpath.XPathExpressionException;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.jspecify.annotations.Nullable;
import sportello.base.Query;
import sportello.oidc.VouchedPerson;

/**
 * Our requests to a provider and its answers. The library makes and signs the ones, opens the others and verifies who signed
 * them; what it would let pass, {@link SamlPaper} and {@link SamlConditions} do not. Nothing else knows the library (ADR 13).
 */
final class SamlConversation {
    private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    private final SamlProvider provider;
    private final OurKeys keys;
    private final String us;
    private final String door;

    /**
     * @param us what this house calls itself
     * @param door where answers are taken
     */
    SamlConversation(SamlProvider provider, OurKeys keys, String us, String door) {
        this.provider = provider;
        this.keys = keys;
        this.us = us;
        this.door = door;
    }

    /** A request on its way, and the name under which it is answered. */
    record Request(String id, URI address) {}

    /** @param until when what was answered is over, and may be forgotten */
    record Answer(VouchedPerson person, List<String> groups, String assertion, Instant until) {}

    /** @param anew whether the provider shall ask the person who it is, though it may remember */
    Request ask(boolean anew) {
        try {
            var request = new Asking(settings(keys.signing()), new AuthnRequestParams(anew, false, true, !isSpid()));
            var query = Query.EMPTY
                    .with("SAMLRequest", request.getEncodedAuthnRequest(true))
                    .with("SigAlg", Constants.RSA_SHA256);
            var signature = Util.sign(query.text(), keys.signing().open(), Constants.RSA_SHA256);
            var signed = query.with("Signature", Base64.getEncoder().encodeToString(signature));
            return new Request(request.getId(), URI.create(signed.after(provider.address())));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the library writes it, and where SPID is asked, as it wants to be. */
    private static final class Asking extends AuthnRequest {
        Asking(Saml2Settings settings, AuthnRequestParams params) {
            super(settings, params);
        }

        /** It is called while the request is made: only what comes along is known. */
        @Override
        protected String postProcessXml(String xml, AuthnRequestParams params, Saml2Settings settings) {
            return settings.getRequestedAuthnContext().isEmpty() ? xml : Spid.request(xml, settings.getSpEntityId());
        }
    }

    /** What we say of ourselves; SPID wants it signed. */
    String description() {
        try {
            var settings = settings(keys.signing());
            if (!isSpid()) return new Metadata(settings).getMetadataString();
            var wish = Spid.wish(provider.names().taxCode());
            return Metadata.signMetadata(
                    new Describing(settings, wish).getMetadataString(),
                    keys.signing().open(),
                    settings.getSPcert(),
                    Constants.RSA_SHA256,
                    Constants.SHA256);
        } catch (GeneralSecurityException | XPathExpressionException | XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Describing extends Metadata {
        Describing(Saml2Settings settings, AttributeConsumingService wish) throws GeneralSecurityException {
            super(settings, null, null, wish);
        }

        /** It is called while the description is made. */
        @Override
        protected String postProcessXml(String xml, Saml2Settings settings) {
            return Spid.description(xml);
        }
    }

    /**
     * Who was vouched for.
     *
     * @param text an answer of the right shape
     * @param asked our request that is answered
     * @throws IOException if it is not for us, not of the provider, not of now or not of one meaning
     */
    Answer read(String text, SamlRequestSql.Begun asked, Instant now) throws IOException {
        try {
            var encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
            var answer = opened(encoded);
            var paper = SamlPaper.answer(SamlPaper.read(answer.getSAMLResponseXml()));
            var until = new SamlConditions(us, door, asked.id(), now).check(paper);
            if (isSpid()) new SpidAnswer(provider.entityId(), provider.spidLevel(), asked.at(), now).check(paper);
            if (!answer.isValid(asked.id())) throw new IOException(answer.getError());
            var said = answer.getAttributes();
            var proven = asked.anew() ? SamlConditions.provenAt(paper) : null;
            return new Answer(person(answer, said, proven), groups(said), answer.getAssertionId(), until);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception odd) {
            throw new IOException(odd.getMessage(), odd);
        }
    }

    /** By whichever of our keys it is encrypted. */
    private SamlResponse opened(String encoded) throws Exception {
        var left = new ArrayDeque<>(keys.all());
        while (true)
            try {
                var answer = new SamlResponse(settings(left.remove()), door, encoded);
                if (left.isEmpty() || isOpen(answer)) return answer;
            } catch (RuntimeException | ValidationError closed) {
                if (left.isEmpty()) throw closed;
            }
    }

    private static boolean isOpen(SamlResponse answer) throws IOException {
        return SamlPaper.all(
                        SamlPaper.read(answer.getSAMLResponseXml()).getDocumentElement(),
                        SamlPaper.ASSERTION,
                        "Assertion")
                .findAny()
                .isPresent();
    }

    private boolean isSpid() {
        return provider.spidLevel() > 0;
    }

    private VouchedPerson person(SamlResponse answer, Map<String, List<String>> said, @Nullable Instant provenAt)
            throws Exception {
        var names = provider.names();
        if (!names.taxCode().isEmpty())
            return VouchedPerson.taxed(provider.issuer(), text(said, names.taxCode()), provenAt);
        var login = text(said, names.login());
        return new VouchedPerson(
                provider.issuer(),
                names.login().isEmpty() ? nameId(answer) : subject(login),
                login,
                text(said, names.email()),
                text(said, names.firstName()),
                text(said, names.lastName()),
                null,
                provenAt);
    }

    /** A name that is another one at each visit tells nobody apart. */
    private static String nameId(SamlResponse answer) throws Exception {
        if (TRANSIENT.equals(answer.getNameIdFormat()))
            throw new IOException("its NameID is of this visit alone: an attribute must tell people apart");
        return subject(answer.getNameId());
    }

    private static String subject(@Nullable String said) throws IOException {
        return Optional.ofNullable(said)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .orElseThrow(() -> new IOException("an assertion of nobody"));
    }

    private List<String> groups(Map<String, List<String>> said) {
        return List.copyOf(said.getOrDefault(provider.names().groups(), List.of()));
    }

    /** Nothing where it says nothing, or several things. */
    private static String text(Map<String, List<String>> said, String name) {
        var values = said.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst().strip() : "";
    }

    private Saml2Settings settings(OurKey key) {
        Map<String, Object> values = new HashMap<>();
        values.put(SettingsBuilder.STRICT_PROPERTY_KEY, true);
        values.put(SettingsBuilder.SP_ENTITYID_PROPERTY_KEY, us);
        values.put(SettingsBuilder.SP_ASSERTION_CONSUMER_SERVICE_URL_PROPERTY_KEY, door);
        values.put(SettingsBuilder.SP_NAMEIDFORMAT_PROPERTY_KEY, isSpid() ? TRANSIENT : Constants.NAMEID_UNSPECIFIED);
        values.put(SettingsBuilder.SP_X509CERT_PROPERTY_KEY, key.certificate());
        values.put(SettingsBuilder.SP_PRIVATEKEY_PROPERTY_KEY, key.open());
        values.put(SettingsBuilder.IDP_ENTITYID_PROPERTY_KEY, provider.entityId());
        values.put(SettingsBuilder.IDP_SINGLE_SIGN_ON_SERVICE_URL_PROPERTY_KEY, provider.address());
        values.put(SettingsBuilder.SECURITY_AUTHREQUEST_SIGNED, true);
        values.put(SettingsBuilder.SECURITY_SIGNATURE_ALGORITHM, Constants.RSA_SHA256);
        values.put(SettingsBuilder.SECURITY_REJECT_DEPRECATED_ALGORITHM, true);
        values.put(SettingsBuilder.SECURITY_WANT_XML_VALIDATION, true);
        values.put(SettingsBuilder.SECURITY_ALLOW_REPEAT_ATTRIBUTE_NAME_PROPERTY_KEY, true);
        values.put(SettingsBuilder.UNIQUE_ID_PREFIX_PROPERTY_KEY, "_");
        var next = keys.next();
        if (next != null) values.put(SettingsBuilder.SP_X509CERTNEW_PROPERTY_KEY, next.certificate());
        if (isSpid()) {
            values.put(SettingsBuilder.SECURITY_REQUESTED_AUTHNCONTEXT, Spid.context(provider.spidLevel()));
            values.put(SettingsBuilder.SECURITY_REQUESTED_AUTHNCONTEXTCOMPARISON, "minimum");
            values.put(SettingsBuilder.SECURITY_WANT_ASSERTIONS_SIGNED, true);
        }
        var settings = new SettingsBuilder().fromValues(values).build();
        try {
            settings.setIdpx509certMulti(Certificates.read(provider.certificates()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return settings;
    }
}
