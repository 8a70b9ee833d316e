package sportello.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sportello.base.Sha256;

/** How often something may be tried: so many times within any window of this length. */
record Limit(String name, int tries, Duration window) {

    /** The subject of limits that count everybody together. */
    static final String ALL = "all";

    static final Limit LOGIN_BY_ACCOUNT = new Limit("login.account", 10, Duration.ofMinutes(1));
    static final Limit LOGIN_BY_NETWORK = new Limit("login.network", 60, Duration.ofMinutes(1));
    static final Limit LOGIN_BY_ALL = new Limit("login.all", 600, Duration.ofMinutes(1));
    /** Through a browser that the account knows, whatever strangers do meanwhile. */
    static final Limit LOGIN_BY_DEVICE = new Limit("login.device", 10, Duration.ofMinutes(1));
    /** A code has six digits: who knows the password must not try them all. */
    static final Limit CODE_BY_ACCOUNT = new Limit("login.code", 10, Duration.ofMinutes(15));

    static final Limit CODE_BY_DEVICE = new Limit("login.device.code", 10, Duration.ofMinutes(15));

    /** Who is in already and shows once more who it is: strangers have no part in it. */
    static final Limit PROOF_BY_SESSION = new Limit("proof.session", 10, Duration.ofMinutes(1));

    static final Limit PROOF_CODE_BY_SESSION = new Limit("proof.code", 10, Duration.ofMinutes(15));

    /** Leaving for a provider: any page can lead a browser there, so it uses up no tries to enter otherwise. */
    static final Limit SAML_BY_NETWORK = new Limit("saml.network", 60, Duration.ofMinutes(1));

    static final Limit SAML_BY_ALL = new Limit("saml.all", 600, Duration.ofMinutes(1));
    static final Limit SAML_BY_DEVICE = new Limit("saml.device", 10, Duration.ofMinutes(1));
    /** A browser that brings an answer shows no cookie, so networks alone are told apart. */
    static final Limit SAML_ANSWER_BY_NETWORK = new Limit("saml.answer", 60, Duration.ofMinutes(1));

    static final Limit RESET_BY_NETWORK = new Limit("reset.network", 20, Duration.ofHours(1));
    static final Limit RESET_BY_ALL = new Limit("reset.all", 300, Duration.ofHours(1));
    static final Limit RESET_MAIL = new Limit("reset.mail", 3, Duration.ofHours(1));

    static final Limit INVITATION = new Limit("invitation", 3, Duration.ofHours(1));

    /** How long the next try must wait, given the earlier ones; empty if it may come now. */
    Optional<Duration> waitAfter(List<Instant> earlier, Instant now) {
        return earlier.stream()
                .sorted(Comparator.reverseOrder())
                .skip(tries - 1L)
                .findFirst()
                .map(oldest -> Duration.between(now, oldest.plus(window)))
                .filter(Duration::isPositive);
    }

    /** Of somebody who is in through this session. */
    Attempt by(Secret session) {
        return by(Sha256.hexOf(session.text()));
    }

    Attempt by(Object subject) {
        return new Attempt(this, subject.toString());
    }
}
