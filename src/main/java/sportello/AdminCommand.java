package sportello;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import sportello.audit.Hand;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.identity.Rescuing;

/**
 * {@code sportello admin}: lets an administrator in again whom no page can help. It prints a link to a new password or
 * takes a lost second factor away, and works whether the desk runs or not. {@link ConfigurationCommand} belongs to it.
 */
final class AdminCommand {
    static final String COMMAND = "admin";

    private static final String USAGE = """
            Usage: sportello admin reset-password LOGIN
                   sportello admin reset-factor LOGIN
                   sportello admin create LOGIN EMAIL FIRST-NAME LAST-NAME
                   sportello admin export-config [--without-files] > FILE
                   sportello admin import-config FILE [--dry-run]""";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    /** EX_USAGE and EX_UNAVAILABLE of sysexits.h. */
    private static final int MISUSED = 64;

    private static final int AWAY = 69;

    private AdminCommand() {}

    /** @param words what stands behind the command */
    static int run(List<String> words, PrintStream out, PrintStream complaints, String... settings) {
        if (ConfigurationCommand.takes(words)) return ConfigurationCommand.run(words, out, complaints, settings);
        var wish = read(words);
        if (wish.isEmpty()) {
            complaints.println(USAGE);
            return MISUSED;
        }
        try (var house = Guest.atHome(Visit.class, settings)) {
            return carryOut(wish.get(), house, out, complaints);
        } catch (RuntimeException e) {
            complaints.println("Nothing was done: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return AWAY;
        }
    }

    private static Optional<Function<Rescuing, Outcome<String>>> read(List<String> words) {
        if (words.size() == 2 && words.getFirst().equals("reset-password"))
            return Optional.of(rescuing -> rescuing.reset(words.get(1)).then(link -> reset(link, words.get(1))));
        if (words.size() == 2 && words.getFirst().equals("reset-factor"))
            return Optional.of(rescuing -> rescuing.resetFactor(words.get(1)).then(AdminCommand::freed));
        if (words.size() == 5 && words.getFirst().equals("create"))
            return Optional.of(rescuing -> rescuing.create(words.get(1), words.get(2), words.get(3), words.get(4))
                    .then(AdminCommand::linked));
        return Optional.empty();
    }

    private static Outcome<String> linked(URI link) {
        return Outcome.done("Open this link to choose a password; it is good once, for an hour:\n" + link);
    }

    private static Outcome<String> reset(URI link, String login) {
        return linked(link)
                .then(text -> Outcome.done(text + "\nA second factor stays as it is; if it is lost as well:"
                        + " sportello admin reset-factor " + login));
    }

    private static Outcome<String> freed(String name) {
        return Outcome.done(name + " logs in with the password alone now, and is told so by mail.");
    }

    private static int carryOut(
            Function<Rescuing, Outcome<String>> wish,
            ConfigurableApplicationContext house,
            PrintStream out,
            PrintStream complaints) {
        return switch (Hand.during(AdminCommand::hand, () -> wish.apply(house.getBean(Rescuing.class)))) {
            case Outcome.Done<String>(var text) -> {
                out.println(text);
                yield DONE;
            }
            case Outcome.Refused<String>(var why) -> {
                complaints.println("Nothing was done: "
                        + house.getMessage(why.key(), why.arguments().toArray(), Language.ENGLISH.locale()));
                yield REFUSED;
            }
        };
    }

    /** Whoever sits at the machine. */
    static Hand hand() {
        return new Hand(null, System.getProperty("user.name") + " (sportello admin)", "");
    }

    /** What is not needed is not made. */
    @Guest.Rooms({
        "sportello.settings",
        "sportello.audit",
        "sportello.database",
        "sportello.storage",
        "sportello.jobs",
        "sportello.mail",
        "sportello.ldap",
        "sportello.oidc",
        "sportello.saml",
        "sportello.agent",
        "sportello.customer",
        "sportello.identity"
    })
    @Import(Bundles.class)
    static class Visit {}
}
