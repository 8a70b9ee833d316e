package sportello.mailbox;

/**
 * With what we log in.
 *
 * @param secret the password, or the token of the day
 * @param token whether it is a token (XOAUTH2)
 */
record Login(String secret, boolean token) {

    static Login byPassword(String password) {
        return new Login(password, false);
    }

    static Login byToken(String token) {
        return new Login(token, true);
    }

    @Override
    public String toString() {
        return token ? "Login[by token]" : "Login[by password]";
    }
}
