package sportello.mailbox;

import java.net.URI;
import sportello.base.Query;
import sportello.oauth.OneTime;

/** Where somebody gives a consent, and for what (RFC 6749, 4.1.1; RFC 7636, 4.3). */
record ConsentAddress(Access access, Client client, boolean sending, URI back, String state, String verifier) {

    URI address() {
        var asked = Query.EMPTY
                .with("response_type", "code")
                .with("client_id", client.id())
                .with("redirect_uri", back.toString())
                .with("scope", client.provider().scope(access.protocol(), sending))
                .with("state", state)
                .with("code_challenge", OneTime.challenge(verifier))
                .with("code_challenge_method", "S256")
                .with("login_hint", access.user())
                // a refresh token is given only to who asks for it in so many words
                .with("prompt", "consent")
                .with("access_type", client.provider() == Provider.GOOGLE ? "offline" : "");
        return URI.create(
                asked.after(client.provider().consents(client.tenant()).toString()));
    }

    @Override
    public String toString() {
        return "ConsentAddress[" + client + "]";
    }
}
