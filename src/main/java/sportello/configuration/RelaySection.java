package sportello.configuration;

import static sportello.configuration.Reference.Kind.MAILBOX;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.mailbox.MailboxId;
import sportello.relay.AccountProposal;
import sportello.relay.KeepingRelay;
import sportello.relay.KeptAccount;
import sportello.relay.KeptRelay;
import sportello.settings.Encryption;

/** The accounts by which our mail leaves, without their passwords. */
@Component
class RelaySection implements Section<RelaySection.Entry> {
    private final KeepingRelay keeping;
    private final Register register;

    RelaySection(KeepingRelay keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param mailbox by whose consent we log in, empty where it is by password or not at all */
    record Entry(
            String name,
            String host,
            int port,
            Encryption encryption,
            String user,
            String ownCa,
            String mailbox,
            List<String> senders,
            boolean standard,
            boolean valid) {

        static Entry of(AccountProposal account, Names mailboxes) {
            var relay = account.relay();
            var mailbox = relay.mailbox();
            return new Entry(
                    account.name(),
                    relay.host(),
                    relay.port(),
                    relay.encryption(),
                    relay.user(),
                    relay.ownCa(),
                    mailboxes.name(mailbox == null ? null : mailbox.value()),
                    account.senders(),
                    account.standard(),
                    account.valid());
        }

        AccountProposal account(Names mailboxes) {
            var id = mailboxes.id(mailbox);
            var relay = new KeptRelay(host, port, encryption, user, ownCa, id == null ? null : new MailboxId(id));
            return new AccountProposal(name, relay, senders, standard, valid);
        }
    }

    @Override
    public Part part() {
        return Part.RELAY;
    }

    @Override
    public Entry blank() {
        return Entry.of(AccountProposal.BLANK, register.of(MAILBOX));
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        var mailboxes = register.of(MAILBOX);
        return keeping.all().stream()
                .map(kept -> Entry.of(kept.proposal(), mailboxes))
                .toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(MAILBOX, entry.mailbox());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var account = wanted.account(register.of(MAILBOX));
        if (before == null) return keeping.add(account, null, by);
        var kept = Section.kept(keeping.all(), KeptAccount::name, before.name());
        return keeping.change(kept.id(), account, null, by);
    }

    /** A password is typed, and a consent given, where it is kept for the first time, or for another server. */
    @Override
    public boolean isLeft(Refusal why) {
        return Set.of("relay.secret", "relay.consent").contains(why.message());
    }
}
