package sportello.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.mailbox.Access;
import sportello.mailbox.Afterwards;
import sportello.mailbox.KeepingMailboxes;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Mailboxes;
import sportello.mailbox.Proposal;
import sportello.mailbox.Protocol;
import sportello.mailbox.Security;

/** The mailbox of the demo's desk: mail to its address arrives from the post office, where it also stays to be looked at. */
@Component
@Profile("demo")
class Letterbox implements ApplicationRunner {
    static final String ADDRESS = "assistenza@valleservizi.example";

    private static final String ANY_PASSWORD = "any";

    private final PostOffice post;
    private final Mailboxes mailboxes;
    private final KeepingMailboxes keeping;

    Letterbox(PostOffice post, Mailboxes mailboxes, KeepingMailboxes keeping) {
        this.post = post;
        this.mailboxes = mailboxes;
        this.keeping = keeping;
    }

    /** At each start anew: the port may be another. */
    @Override
    public void run(ApplicationArguments arguments) {
        post.open(ADDRESS);
        var access =
                new Access(Protocol.IMAP, PostOffice.HERE, post.imapPort(), Security.NONE, "", ADDRESS, Access.INBOX);
        var wanted = new Proposal(ADDRESS, access, ANY_PASSWORD, new Afterwards.Leave(), false, null);
        mailboxes.all().stream()
                .filter(mailbox -> mailbox.name().equals(ADDRESS))
                .map(Mailbox::id)
                .findFirst()
                .ifPresentOrElse(
                        known -> keeping.change(known, wanted, Authority.HOUSE),
                        () -> keeping.add(wanted, Authority.HOUSE));
    }
}
