package sportello.configuration;

import static sportello.configuration.PhrasesSection.HOUSE;
import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.privacy.KeepingRetention;
import sportello.privacy.RetentionRule;
import sportello.queue.QueueId;

/** How long the words of closed tickets are kept. */
@Component
class RetentionSection implements Section<RetentionSection.Entry> {
    private final KeepingRetention keeping;
    private final Register register;

    RetentionSection(KeepingRetention keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param queue {@code *} for all that have no rule nearer to them */
    record Entry(String queue, int months, boolean valid) {}

    @Override
    public Part part() {
        return Part.RETENTION;
    }

    @Override
    public Entry blank() {
        return new Entry("", 0, true);
    }

    @Override
    public List<String> names() {
        return List.of("queue");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream()
                .map(rule -> new Entry(name(rule), rule.months(), rule.valid()))
                .toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return entry.queue().equals(HOUSE) ? Stream.empty() : Reference.to(QUEUE, entry.queue());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null) return keeping.add(queue(wanted.queue()), wanted.months(), wanted.valid(), by);
        var kept = Section.kept(keeping.all(), RetentionSection::name, before.queue());
        return keeping.correct(kept.id(), kept.version(), wanted.months(), wanted.valid(), by);
    }

    private @Nullable QueueId queue(String name) {
        var id = name.equals(HOUSE) ? null : register.of(QUEUE).id(name);
        return id == null ? null : new QueueId(id);
    }

    private static String name(RetentionRule rule) {
        return rule.queue() == null ? HOUSE : rule.name();
    }
}
