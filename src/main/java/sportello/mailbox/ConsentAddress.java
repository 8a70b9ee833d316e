package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;

/** Where somebody gives a consent, and for what (RFC 6749, 4.1.1; RFC 7636, 4.3). */
record ConsentAddress(Access access, Client client, URI back, String state, String verifier) {

    URI address() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", client.id());
        asked.put("redirect_uri", back.toString());
        asked.put("scope", client.provider().scope(access.protocol()));
        asked.put("state", state);
        asked.put("code_challenge", challenge());
        asked.put("code_challenge_method", "S256");
        asked.put("login_hint", access.user());
        // a refresh token is given only to who asks for it in so many words
        asked.put("prompt", "consent");
        if (client.provider() == Provider.GOOGLE) asked.put("access_type", "offline");
        var query = asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return URI.create(client.provider().consents(client.tenant()) + "?" + query);
    }

    private String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "ConsentAddress[" + client + "]";
    }
}
