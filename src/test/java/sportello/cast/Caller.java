package sportello.cast;

/** Who asks the desk for something. */
public enum Caller {
    GIULIA("giulia.moretti"),
    PAOLO("paolo.galli"),
    EMILY("emily.carter");

    private final String login;

    Caller(String login) {
        this.login = login;
    }

    public String login() {
        return login;
    }
}
