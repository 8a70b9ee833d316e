package sportello.saml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.onelogin.saml2.authn.AuthnRequest;
import com.onelogin.saml2.authn.AuthnRequestParams;
import com.onelogin.saml2.authn.SamlResponse;
import com.onelogin.saml2.settings.Metadata;
import com.onelogin.saml2.settings.Saml2Settings;
import com.onelogin.saml2.settings.SettingsBuilder;
import com.onelogin.saml2.util.Constants;
import com.onelogin.saml2.util.Util;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final OurKey key;
    private final String us;
    private final String door;

    /**
     * @param us what this house calls itself
     * @param door where answers are taken
     */
    SamlConversation(SamlProvider provider, OurKey key, String us, String door) {
        this.provider = provider;
        this.key = key;
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
            var request = new AuthnRequest(settings(), new AuthnRequestParams(anew, false, true));
            var query = Query.EMPTY
                    .with("SAMLRequest", request.getEncodedAuthnRequest(true))
                    .with("SigAlg", Constants.RSA_SHA256);
            var signature = Util.sign(query.text(), key.open(), Constants.RSA_SHA256);
            var signed = query.with("Signature", Base64.getEncoder().encodeToString(signature));
            return new Request(request.getId(), URI.create(signed.after(provider.address())));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What we say of ourselves. */
    String description() {
        try {
            return new Metadata(settings()).getMetadataString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Who was vouched for.
     *
     * @param text an answer of the right shape
     * @param request the name of ours that is answered
     * @param anew whether the provider was told to ask the person
     * @throws IOException if it is not for us, not of the provider, not of now or not of one meaning
     */
    Answer read(String text, String request, boolean anew, Instant now) throws IOException {
        try {
            var encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
            var answer = new SamlResponse(settings(), door, encoded);
            var paper = SamlPaper.answer(SamlPaper.read(answer.getSAMLResponseXml()));
            var until = new SamlConditions(us, door, request, now).check(paper);
            if (!answer.isValid(request)) throw new IOException(answer.getError());
            var said = answer.getAttributes();
            var proven = anew ? SamlConditions.provenAt(paper) : null;
            return new Answer(person(answer, said, proven), groups(said), answer.getAssertionId(), until);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception odd) {
            throw new IOException(odd.getMessage(), odd);
        }
    }

    private VouchedPerson person(SamlResponse answer, Map<String, List<String>> said, @Nullable Instant provenAt)
            throws Exception {
        var names = provider.names();
        var login = text(said, names.login());
        return new VouchedPerson(
                provider.issuer(),
                names.login().isEmpty() ? nameId(answer) : subject(login),
                login,
                text(said, names.email()),
                text(said, names.firstName()),
                text(said, names.lastName()),
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

    private Saml2Settings settings() {
        Map<String, Object> values = new HashMap<>();
        values.put(SettingsBuilder.STRICT_PROPERTY_KEY, true);
        values.put(SettingsBuilder.SP_ENTITYID_PROPERTY_KEY, us);
        values.put(SettingsBuilder.SP_ASSERTION_CONSUMER_SERVICE_URL_PROPERTY_KEY, door);
        values.put(SettingsBuilder.SP_NAMEIDFORMAT_PROPERTY_KEY, Constants.NAMEID_UNSPECIFIED);
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
        var settings = new SettingsBuilder().fromValues(values).build();
        try {
            settings.setIdpx509certMulti(Certificates.read(provider.certificates()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return settings;
    }
}
