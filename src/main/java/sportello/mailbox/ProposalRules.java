package sportello.mailbox;

import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.settings.Trust;

/** What a mailbox must be like. */
final class ProposalRules {
    private static final int LONGEST_NAME = 100;
    private static final int LAST_PORT = 65_535;

    private ProposalRules() {}

    static Outcome<Proposal> check(Proposal wanted) {
        return access(wanted.access()).then(access -> rest(wanted, access));
    }

    private static Outcome<Proposal> rest(Proposal wanted, Access access) {
        var name = CleanText.line(wanted.name());
        if (CleanText.isBlank(name) || name.length() > LONGEST_NAME) return Outcome.refused("mailbox.name");
        if (wanted.afterwards() instanceof Afterwards.Move(var target)) {
            if (access.protocol() == Protocol.POP3) return Outcome.refused("mailbox.no_folders");
            if (target.isBlank() || target.equals(access.folder())) return Outcome.refused("mailbox.target");
        }
        return Outcome.done(new Proposal(
                name, access, wanted.secret(), wanted.afterwards(), wanted.trusted(), wanted.defaultQueue()));
    }

    static Outcome<Access> access(Access wanted) {
        var host = wanted.host().strip();
        var folder = wanted.folder().isBlank() ? Access.INBOX : CleanText.line(wanted.folder());
        if (!host.matches("[\\p{Alnum}.:-]{1,253}")) return Outcome.refused("mailbox.host");
        if (wanted.port() < 1 || wanted.port() > LAST_PORT) return Outcome.refused("mailbox.port");
        if (wanted.user().isBlank()) return Outcome.refused("mailbox.user");
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
