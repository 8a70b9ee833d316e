package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import sportello.agent.Authority;
import sportello.audit.Hand;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.Difference;
import sportello.configuration.ExportingConfiguration;
import sportello.configuration.Fault;
import sportello.configuration.ImportingConfiguration;
import sportello.configuration.Item;
import sportello.configuration.Plan;

/**
 * {@code sportello admin export-config} and {@code import-config}: the whole configuration out of a desk and into another,
 * a new one too, whether it runs or not.
 */
final class ConfigurationCommand {
    private static final String EXPORT = "export-config";
    private static final String IMPORT = "import-config";
    private static final String DRY = "--dry-run";
    private static final String BARE = "--without-files";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    /** EX_NOINPUT and EX_UNAVAILABLE of sysexits.h. */
    private static final int UNREADABLE = 66;

    private static final int AWAY = 69;

    private ConfigurationCommand() {}

    /** Whether it is meant by the words, and they are all there. */
    static boolean takes(List<String> words) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case EXPORT ->
                words.size() == 1 || words.size() == 2 && words.get(1).equals(BARE);
            case IMPORT ->
                words.size() == 2 || words.size() == 3 && words.get(2).equals(DRY);
            default -> false;
        };
    }

    static int run(List<String> words, PrintStream out, PrintStream complaints, String... settings) {
        try (var house = Guest.atHome(Visit.class, settings)) {
            return words.getFirst().equals(EXPORT)
                    ? write(words.size() == 2, house, out, complaints)
                    : bring(Files.readString(Path.of(words.get(1))), words.size() == 3, house, out, complaints);
        } catch (IOException e) {
            complaints.println("The file cannot be read as UTF-8: " + e.getMessage());
            return UNREADABLE;
        } catch (RuntimeException e) {
            complaints.println("Nothing was done: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return AWAY;
        }
    }

    private static int write(
            boolean bare, ConfigurableApplicationContext house, PrintStream out, PrintStream complaints) {
        var exporting = house.getBean(ExportingConfiguration.class);
        return switch (bare ? exporting.textWithoutFiles(Authority.HOUSE) : exporting.text(Authority.HOUSE)) {
            case Outcome.Done<String>(var text) -> {
                out.writeBytes(text.getBytes(UTF_8));
                out.flush();
                yield DONE;
            }
            case Outcome.Refused<String>(var why) -> refused(said(why, house), complaints);
        };
    }

    private static int bring(
            String text, boolean dry, ConfigurableApplicationContext house, PrintStream out, PrintStream complaints) {
        var importing = house.getBean(ImportingConfiguration.class);
        var outcome = dry
                ? importing.plan(text, Authority.HOUSE)
                : Hand.during(AdminCommand::hand, () -> importing.carryOut(text, Authority.HOUSE));
        return switch (outcome) {
            case Outcome.Done<Plan>(var plan) -> tell(plan, dry, house, out, complaints);
            case Outcome.Refused<Plan>(var why) -> refused(said(why, house), complaints);
        };
    }

    private static int tell(
            Plan plan, boolean dry, ConfigurableApplicationContext house, PrintStream out, PrintStream complaints) {
        if (!plan.isSound()) {
            plan.faults().forEach(fault -> complaints.println(line(fault, house)));
            return refused(
                    plan.faults().size() == 1 ? "1 fault." : plan.faults().size() + " faults.", complaints);
        }
        plan.items().forEach(item -> tell(item, house, out));
        out.printf(
                "%s%d added, %d changed, %d unchanged, %d left alone.%n",
                dry ? "It would be: " : "", plan.added(), plan.changed(), plan.unchanged(), plan.left());
        return DONE;
    }

    private static String line(Fault fault, ConfigurableApplicationContext house) {
        var place = fault.place().isEmpty() ? "" : fault.place() + ": ";
        return "line " + fault.line() + ": " + place + said(fault.why(), house);
    }

    private static void tell(Item item, ConfigurableApplicationContext house, PrintStream out) {
        var thing = item.part().key() + (item.name().isEmpty() ? "" : ": " + item.name());
        switch (item.difference()) {
            case Difference.Added added -> out.println("added " + thing);
            case Difference.Changed(var fields) ->
                fields.forEach(field -> out.println("changed " + thing + ": " + field.name() + ": "
                        + quoted(field.old()) + " -> " + quoted(field.now())));
            case Difference.Left(var why) -> out.println("left " + thing + ": " + said(why, house));
            case Difference.Unchanged unchanged -> {}
        }
    }

    /** On one line. */
    private static String quoted(String text) {
        return '"' + text.replace("\n", "\\n") + '"';
    }

    private static String said(Refusal why, ConfigurableApplicationContext house) {
        return house.getMessage(why.key(), why.arguments().toArray(), Language.ENGLISH.locale());
    }

    private static int refused(String why, PrintStream complaints) {
        complaints.println("Nothing was done: " + why);
        return REFUSED;
    }

    /** What is not needed is not made. */
    @Guest.Rooms({
        "sportello.settings",
        "sportello.audit",
        "sportello.database",
        "sportello.storage",
        "sportello.jobs",
        "sportello.mail",
        "sportello.mailbox",
        "sportello.relay",
        "sportello.mailkey",
        "sportello.ldap",
        "sportello.oidc",
        "sportello.saml",
        "sportello.agent",
        "sportello.customer",
        "sportello.worktime",
        "sportello.identity",
        "sportello.field",
        "sportello.queue",
        "sportello.ticket",
        "sportello.reply",
        "sportello.webhook",
        "sportello.notification",
        "sportello.postmaster",
        "sportello.privacy",
        "sportello.stats",
        "sportello.configuration"
    })
    @Import(Bundles.class)
    static class Visit {}
}
