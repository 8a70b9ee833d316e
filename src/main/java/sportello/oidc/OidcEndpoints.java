package sportello.oidc;

/**
 * Where a provider takes log-ins and hands out tokens.
 *
 * @param keys where it shows the keys with which it signs, empty if it was not asked yet
 */
record OidcEndpoints(String authorization, String token, String keys) {
    static final OidcEndpoints UNKNOWN = new OidcEndpoints("", "", "");
}
