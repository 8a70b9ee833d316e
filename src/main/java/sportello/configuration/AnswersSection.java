package sportello.configuration;

import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.postmaster.AnswerDetails;
import sportello.postmaster.AnswerKind;
import sportello.postmaster.AnswerText;
import sportello.postmaster.KeepingAnswers;
import sportello.postmaster.KeptAnswer;
import sportello.queue.QueueId;

/** What the house answers by itself, and what queues answer instead. */
@Component
class AnswersSection implements Section<AnswersSection.Entry> {
    private final KeepingAnswers keeping;
    private final Register register;

    AnswersSection(KeepingAnswers keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param queue empty for the house's */
    record Entry(AnswerKind kind, String queue, boolean sent, Text italian, Text english) {

        static Entry of(KeptAnswer kept, Names queues) {
            var queue = kept.queue();
            var details = kept.details();
            return new Entry(
                    kept.kind(),
                    queues.name(queue == null ? null : queue.value()),
                    details.sent(),
                    text(details.italian()),
                    text(details.english()));
        }

        private static Text text(AnswerText text) {
            return new Text(text.subject(), text.body());
        }
    }

    @Override
    public Part part() {
        return Part.ANSWERS;
    }

    @Override
    public Entry blank() {
        return new Entry(AnswerKind.RECEIVED, "", true, Text.NONE, Text.NONE);
    }

    @Override
    public List<String> names() {
        return List.of("kind", "queue");
    }

    @Override
    public List<Entry> all() {
        var queues = register.of(QUEUE);
        return keeping.all().stream().map(kept -> Entry.of(kept, queues)).toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(QUEUE, entry.queue());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var id = register.of(QUEUE).id(wanted.queue());
        var queue = id == null ? null : new QueueId(id);
        var seen = keeping.find(wanted.kind(), queue).map(KeptAnswer::version).orElse(KeepingAnswers.NONE);
        var details = new AnswerDetails(wanted.sent(), text(wanted.italian()), text(wanted.english()));
        return keeping.write(wanted.kind(), queue, seen, details, by);
    }

    private static AnswerText text(Text text) {
        return new AnswerText(text.subject(), text.body());
    }
}
