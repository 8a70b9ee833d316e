package sportello.configuration;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.mailkey.KeepingSealedSenders;
import sportello.mailkey.SealedSender;
import sportello.mailkey.SealedSender.Manner;

/** Which of our addresses sign and encrypt what they send, without their keys. */
@Component
class SealedSendersSection implements Section<SealedSendersSection.Entry> {
    private final KeepingSealedSenders keeping;

    SealedSendersSection(KeepingSealedSenders keeping) {
        this.keeping = keeping;
    }

    record Entry(String address, Manner manner, boolean automatic) {
        Entry {
            address = address.toLowerCase(Locale.ROOT);
        }

        static Entry of(SealedSender sender) {
            return new Entry(sender.address(), sender.manner(), sender.automatic());
        }
    }

    @Override
    public Part part() {
        return Part.SEALED_SENDERS;
    }

    @Override
    public Entry blank() {
        return new Entry("", Manner.NEVER, false);
    }

    @Override
    public List<String> names() {
        return List.of("address");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream().map(Entry::of).toList();
    }

    @Override
    public boolean isWritten(Entry entry) {
        return entry.manner() != Manner.NEVER;
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var seen = keeping.all().stream()
                .filter(kept -> kept.address().equals(wanted.address()))
                .mapToInt(SealedSender::version)
                .findFirst()
                .orElse(0);
        return keeping.keep(new SealedSender(wanted.address(), wanted.manner(), wanted.automatic(), seen), by);
    }

    /** Its key is brought on the page. */
    @Override
    public boolean isLeft(Refusal why) {
        return why.message().equals("sealed_senders.no_key");
    }
}
