package sportello.cast;

/** Who works at the desk of Valle Servizi. */
public enum Operator {
    LAURA("laura.bassi"),
    CARLA("carla.neri"),
    MARIO("mario.ferri"),
    NADIA("nadia.costa"),
    ANNA("anna.riva"),
    PIERO("piero.gatti");

    private final String login;

    Operator(String login) {
        this.login = login;
    }

    public String login() {
        return login;
    }
}
