package sportello.mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.settings.Secrets;
import sportello.settings.Trust;

/** What a mailbox must be like. */
final class ProposalRules {
    private static final int LONGEST_NAME = 100;
    /** Of a user and of a folder, in characters. */
    private static final int LONGEST = 255;

    private static final int LAST_PORT = 65_535;
    private static final int MOST_GATEWAYS = 10;
    private static final Pattern SERVER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,252}");

    private ProposalRules() {}

    static Outcome<Proposal> check(Proposal wanted) {
        return access(wanted.access()).then(access -> rest(wanted, access));
    }

    private static Outcome<Proposal> rest(Proposal wanted, Access access) {
        var name = CleanText.line(wanted.name());
        if (CleanText.isBlank(name) || name.length() > LONGEST_NAME) return Outcome.refused("mailbox.name");
        if (wanted.afterwards() instanceof Afterwards.Move(var target)) {
            if (access.protocol() == Protocol.POP3) return Outcome.refused("mailbox.no_folders");
            if (target.length() > LONGEST) return Outcome.refused("mailbox.long_folder", LONGEST);
            if (target.isBlank() || target.equals(access.folder())) return Outcome.refused("mailbox.target");
        }
        if (wanted.secret() != null && wanted.secret().length() > Secrets.LONGEST)
            return Outcome.refused("secret.long", Secrets.LONGEST);
        var gateways = gateways(wanted.gateways());
        var odd = gateways.stream()
                .filter(server -> !SERVER.matcher(server).matches())
                .findFirst();
        if (odd.isPresent()) return Outcome.refused("mailbox.gateway", odd.get());
        if (gateways.size() > MOST_GATEWAYS) return Outcome.refused("mailbox.many_gateways", MOST_GATEWAYS);
        return Outcome.done(new Proposal(
                name, access, wanted.secret(), wanted.afterwards(), wanted.trusted(), gateways, wanted.defaultQueue()));
    }

    private static List<String> gateways(List<String> typed) {
        return typed.stream()
                .flatMap(line -> Arrays.stream(line.split("[\\s,;]+", -1)))
                .filter(Predicate.not(String::isBlank))
                .map(server -> server.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    static Outcome<Access> access(Access wanted) {
        var host = wanted.host().strip();
        var folder = wanted.folder().isBlank() ? Access.INBOX : CleanText.line(wanted.folder());
        if (!host.matches("[\\p{Alnum}.:-]{1,253}")) return Outcome.refused("mailbox.host");
        if (wanted.port() < 1 || wanted.port() > LAST_PORT) return Outcome.refused("mailbox.port");
        if (wanted.user().isBlank()) return Outcome.refused("mailbox.user");
        if (wanted.user().length() > LONGEST) return Outcome.refused("mailbox.long_user", LONGEST);
        if (folder.length() > LONGEST) return Outcome.refused("mailbox.long_folder", LONGEST);
        if (wanted.protocol() == Protocol.SMTP) return Outcome.refused("mailbox.brought");
        if (!Trust.isReadable(wanted.ownCa())) return Outcome.refused("mailbox.own_ca");
        var access = new Access(
                wanted.protocol(),
                host,
                wanted.port(),
                wanted.security(),
                wanted.ownCa().strip(),
                wanted.user(),
                folder);
        if (access.security() == Security.NONE && !access.isHere()) return Outcome.refused("mailbox.in_the_clear");
        return Outcome.done(access);
    }
}
