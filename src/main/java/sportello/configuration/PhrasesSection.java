package sportello.configuration;

import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.queue.KeepingQueues;
import sportello.queue.QueueId;
import sportello.reply.KeepingPhrases;
import sportello.reply.KeptPhrase;
import sportello.reply.Phrase;

/** How letters begin and end in each queue; an empty phrase is none. */
@Component
class PhrasesSection implements Section<PhrasesSection.Entry> {
    /** What queues follow that say nothing else. */
    static final String HOUSE = "*";

    private final KeepingPhrases keeping;
    private final KeepingQueues queues;
    private final Register register;

    PhrasesSection(KeepingPhrases keeping, KeepingQueues queues, Register register) {
        this.keeping = keeping;
        this.queues = queues;
        this.register = register;
    }

    record Entry(String queue, String salutation, String signature) {}

    @Override
    public Part part() {
        return Part.PHRASES;
    }

    @Override
    public Entry blank() {
        return new Entry("", "", "");
    }

    @Override
    public List<String> names() {
        return List.of("queue");
    }

    @Override
    public List<Entry> all() {
        var phrases = keeping.all();
        var house = entry(HOUSE, null, phrases);
        return Stream.concat(
                        Stream.of(house),
                        queues.all().stream()
                                .map(kept ->
                                        entry(kept.queue().name(), kept.queue().id(), phrases)))
                .toList();
    }

    private static Entry entry(String name, @Nullable QueueId queue, List<KeptPhrase> phrases) {
        return new Entry(name, body(Phrase.SALUTATION, queue, phrases), body(Phrase.SIGNATURE, queue, phrases));
    }

    private static String body(Phrase phrase, @Nullable QueueId queue, List<KeptPhrase> phrases) {
        return phrases.stream()
                .filter(kept -> kept.phrase() == phrase && Objects.equals(kept.queue(), queue))
                .map(KeptPhrase::body)
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean isWritten(Entry entry) {
        return !entry.salutation().isEmpty() || !entry.signature().isEmpty();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return entry.queue().equals(HOUSE) ? Stream.empty() : Reference.to(QUEUE, entry.queue());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var id = wanted.queue().equals(HOUSE) ? null : register.of(QUEUE).id(wanted.queue());
        var queue = id == null ? null : new QueueId(id);
        return write(Phrase.SALUTATION, queue, wanted.salutation(), by)
                .then(salutation -> write(Phrase.SIGNATURE, queue, wanted.signature(), by));
    }

    private Outcome<Phrase> write(Phrase phrase, @Nullable QueueId queue, String wanted, Authority by) {
        var seen = keeping.body(phrase, queue);
        return seen.equals(wanted) ? Outcome.done(phrase) : keeping.write(phrase, queue, seen, wanted, by);
    }
}
