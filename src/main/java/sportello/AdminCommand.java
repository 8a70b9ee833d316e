package sportello;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import sportello.audit.Hand;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.identity.Rescuing;

/**
 * {@code sportello admin}: lets an administrator in again whom no page can help. It prints a link to a new password, and
 * works whether the desk runs or not.
 */
final class AdminCommand {
    static final String COMMAND = "admin";

    private static final String USAGE = """
            Usage: sportello admin reset-password LOGIN
                   sportello admin create LOGIN EMAIL FIRST-NAME LAST-NAME""";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    /** EX_USAGE and EX_UNAVAILABLE of sysexits.h. */
    private static final int MISUSED = 64;

    private static final int AWAY = 69;

    private AdminCommand() {}

    /** @param words what stands behind the command */
    static int run(List<String> words, PrintStream out, PrintStream complaints, String... settings) {
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

    private static Optional<Function<Rescuing, Outcome<URI>>> read(List<String> words) {
        if (words.size() == 2 && words.getFirst().equals("reset-password"))
            return Optional.of(rescuing -> rescuing.reset(words.get(1)));
        if (words.size() == 5 && words.getFirst().equals("create"))
            return Optional.of(rescuing -> rescuing.create(words.get(1), words.get(2), words.get(3), words.get(4)));
        return Optional.empty();
    }

    private static int carryOut(
            Function<Rescuing, Outcome<URI>> wish,
            ConfigurableApplicationContext house,
            PrintStream out,
            PrintStream complaints) {
        var hand = new Hand(null, System.getProperty("user.name") + " (sportello admin)", "");
        return switch (Hand.during(() -> hand, () -> wish.apply(house.getBean(Rescuing.class)))) {
            case Outcome.Done<URI>(var link) -> {
                out.println("Open this link to choose a password; it is good once, for an hour:\n" + link);
                yield DONE;
            }
            case Outcome.Refused<URI>(var why) -> {
                complaints.println("Nothing was done: "
                        + house.getMessage(why.key(), why.arguments().toArray(), Language.ENGLISH.locale()));
                yield REFUSED;
            }
        };
    }

    /** What is not needed is not made. */
    @EnableAutoConfiguration
    @ComponentScan({
        "sportello.settings",
        "sportello.audit",
        "sportello.database",
        "sportello.agent",
        "sportello.identity"
    })
    @Import({Time.class, Bundles.class})
    static class Visit {}
}
