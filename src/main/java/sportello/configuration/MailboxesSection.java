package sportello.configuration;

import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.mailbox.Access;
import sportello.mailbox.Afterwards;
import sportello.mailbox.KeepingMailboxes;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Mailboxes;
import sportello.mailbox.Proposal;
import sportello.mailbox.Protocol;
import sportello.mailbox.Security;

/**
 * The mailboxes that are fetched. Of passwords and consents no document knows anything, so a new mailbox waits for one;
 * whether it is in use is no matter of the document.
 */
@Component
class MailboxesSection implements Section<MailboxesSection.Entry> {
    private static final int USUAL_PORT = 993;

    private final Mailboxes mailboxes;
    private final KeepingMailboxes keeping;
    private final Register register;

    MailboxesSection(Mailboxes mailboxes, KeepingMailboxes keeping, Register register) {
        this.mailboxes = mailboxes;
        this.keeping = keeping;
        this.register = register;
    }

    enum After {
        LEAVE,
        MOVE,
        DELETE
    }

    /** @param target where mails move */
    record Entry(
            String name,
            Protocol protocol,
            String host,
            int port,
            Security security,
            String user,
            String folder,
            String ownCa,
            After afterwards,
            String target,
            boolean trusted,
            List<String> gateways,
            String queue) {

        static Entry of(Mailbox mailbox, Names queues) {
            var access = mailbox.access();
            return new Entry(
                    mailbox.name(),
                    access.protocol(),
                    access.host(),
                    access.port(),
                    access.security(),
                    access.user(),
                    access.folder(),
                    access.ownCa(),
                    switch (mailbox.afterwards()) {
                        case Afterwards.Leave() -> After.LEAVE;
                        case Afterwards.Move(var target) -> After.MOVE;
                        case Afterwards.Delete() -> After.DELETE;
                    },
                    mailbox.afterwards() instanceof Afterwards.Move(var target) ? target : "",
                    mailbox.trusted(),
                    mailbox.gateways(),
                    queues.name(mailbox.defaultQueue()));
        }

        Proposal proposal(@Nullable Long defaultQueue) {
            return new Proposal(
                    name,
                    new Access(protocol, host, port, security, ownCa, user, folder),
                    null,
                    switch (afterwards) {
                        case LEAVE -> new Afterwards.Leave();
                        case MOVE -> new Afterwards.Move(target);
                        case DELETE -> new Afterwards.Delete();
                    },
                    trusted,
                    gateways,
                    defaultQueue);
        }
    }

    @Override
    public Part part() {
        return Part.MAILBOXES;
    }

    @Override
    public Entry blank() {
        return new Entry(
                "",
                Protocol.IMAP,
                "",
                USUAL_PORT,
                Security.TLS,
                "",
                Access.INBOX,
                "",
                After.LEAVE,
                "",
                false,
                List.of(),
                "");
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        var queues = register.of(QUEUE);
        return mailboxes.all().stream()
                .filter(mailbox -> mailbox.access().protocol() != Protocol.SMTP)
                .map(mailbox -> Entry.of(mailbox, queues))
                .toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(QUEUE, entry.queue());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var proposal = wanted.proposal(register.of(QUEUE).id(wanted.queue()));
        if (before == null) return keeping.addForConsent(proposal, by);
        var kept = Section.kept(mailboxes.all(), mailbox -> mailbox.name(), before.name());
        return keeping.change(kept.id(), proposal, by);
    }

    /** A password is typed again for another server. */
    @Override
    public boolean isLeft(Refusal why) {
        return why.message().equals("mailbox.secret");
    }
}
