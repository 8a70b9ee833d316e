package sportello.identity;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The house as devices know it (WebAuthn Level 3): by its name in the network and the address of its pages. It asks, and
 * checks what comes back; that somebody was verified by the device (finger, face, PIN) is always wanted.
 */
final class RelyingParty {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final JsonMapper JSON = JsonMapper.shared();
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final URI baseUrl;

    RelyingParty(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** What a browser says of a passkey that it has made. */
    record Making(Secret challenge, RegistrationData data) {}

    /** A passkey that was made. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the device sent them; never compared
    record Made(byte[] credentialId, byte[] credential, long signCount, boolean syncable) {}

    /** A passkey that a browser shows, by its number, with whom the device takes the person for. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the device sent them; never compared
    record Showing(
            Secret challenge, byte[] credentialId, byte @Nullable [] handle, long signCount, AuthenticationData data) {
        boolean isOf(byte[] handle) {
            return this.handle == null || Arrays.equals(this.handle, handle);
        }
    }

    /** What a browser is to make a passkey from; not on a device that has one of these already. */
    String making(Secret challenge, byte[] handle, String login, String name, String house, List<byte[]> others) {
        return JSON.writeValueAsString(Map.of(
                "challenge", challenge.text(),
                "rp", Map.of("id", id(), "name", house),
                "user", Map.of("id", text(handle), "name", login, "displayName", name),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(known -> Map.of("type", "public-key", "alg", known.getValue()))
                                .toList(),
                "timeout", PATIENCE.toMillis(),
                "excludeCredentials",
                        others.stream()
                                .map(other -> Map.of("type", "public-key", "id", text(other)))
                                .toList(),
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"),
                "attestation", "none"));
    }

    /** What a browser is to show a passkey for: any that it has of this house. */
    String showing(Secret challenge) {
        return JSON.writeValueAsString(Map.of(
                "challenge", challenge.text(),
                "rpId", id(),
                "timeout", PATIENCE.toMillis(),
                "userVerification", "required"));
    }

    /** What a browser says it has made, if it can be read at all. */
    Optional<Making> readMade(String answer) {
        return read(() -> {
            var data = manager.parseRegistrationResponseJSON(answer);
            return new Making(challenge(data.getCollectedClientData()), data);
        });
    }

    /** The same of one that it shows. */
    @SuppressWarnings("NullAway") // it takes the library's word for nullable arrays for one about their bytes
    Optional<Showing> readShown(String answer) {
        return read(() -> {
            var data = manager.parseAuthenticationResponseJSON(answer);
            return new Showing(
                    challenge(data.getCollectedClientData()),
                    requireNonNull(data.getCredentialId()),
                    data.getUserHandle(),
                    requireNonNull(data.getAuthenticatorData()).getSignCount(),
                    data);
        });
    }

    /** What strangers send may be anything, and the library fails in as many ways. */
    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Secret challenge(@Nullable CollectedClientData said) {
        return new Secret(text(requireNonNull(said).getChallenge().getValue()));
    }

    /** @throws WebAuthnException if it is not what was asked for */
    Made make(Making making) {
        var wanted = ALGORITHMS.stream()
                .map(known -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, known))
                .toList();
        manager.verify(making.data(), new RegistrationParameters(server(making.challenge()), wanted, true, true));
        var said = requireNonNull(making.data().getAttestationObject()).getAuthenticatorData();
        var credential = requireNonNull(said.getAttestedCredentialData());
        return new Made(
                credential.getCredentialId(), credentials.convert(credential), said.getSignCount(), said.isFlagBE());
    }

    /** @throws WebAuthnException if it is not what was asked for, or from a copy */
    void check(Showing showing, KeptPasskey kept) {
        var known = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                kept.syncable(),
                kept.syncable(),
                kept.signCount(),
                credentials.convert(kept.credential()),
                null,
                null,
                null,
                null);
        manager.verify(
                showing.data(), new AuthenticationParameters(server(showing.challenge()), known, null, true, true));
    }

    private ServerProperty server(Secret challenge) {
        var origin = new Origin(baseUrl.getScheme() + "://" + baseUrl.getAuthority());
        var asked = new DefaultChallenge(Base64.getUrlDecoder().decode(challenge.text()));
        return new ServerProperty(Set.of(origin), id(), asked);
    }

    private String id() {
        return baseUrl.getHost();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
