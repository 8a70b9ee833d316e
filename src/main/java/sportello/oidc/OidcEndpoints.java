package sportello.oidc;

/** Where a provider takes log-ins and hands out tokens. */
record OidcEndpoints(String authorization, String token) {
    static final OidcEndpoints UNKNOWN = new OidcEndpoints("", "");
}
