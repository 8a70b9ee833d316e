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
import sportello.relay.KeepingRelay;
import sportello.relay.KeptRelay;
import sportello.settings.Encryption;

/** The server that takes our mail, without its password. */
@Component
class RelaySection implements Section<RelaySection.Entry> {
    private final KeepingRelay keeping;
    private final Register register;

    RelaySection(KeepingRelay keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param mailbox by whose consent we log in, empty where it is by password or not at all */
    record Entry(String host, int port, Encryption encryption, String user, String ownCa, String mailbox) {

        static Entry of(KeptRelay relay, Names mailboxes) {
            var mailbox = relay.mailbox();
            return new Entry(
                    relay.host(),
                    relay.port(),
                    relay.encryption(),
                    relay.user(),
                    relay.ownCa(),
                    mailboxes.name(mailbox == null ? null : mailbox.value()));
        }

        KeptRelay relay(Names mailboxes) {
            var id = mailboxes.id(mailbox);
            return new KeptRelay(host, port, encryption, user, ownCa, id == null ? null : new MailboxId(id));
        }
    }

    @Override
    public Part part() {
        return Part.RELAY;
    }

    @Override
    public Entry blank() {
        return Entry.of(KeptRelay.BLANK, register.of(MAILBOX));
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<Entry> all() {
        var mailboxes = register.of(MAILBOX);
        return keeping.find().map(relay -> Entry.of(relay, mailboxes)).stream().toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(MAILBOX, entry.mailbox());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        return keeping.keep(wanted.relay(register.of(MAILBOX)), null, by);
    }

    /** A password is typed, and a consent given, where it is kept for the first time, or for another server. */
    @Override
    public boolean isLeft(Refusal why) {
        return Set.of("relay.secret", "relay.consent").contains(why.message());
    }
}
