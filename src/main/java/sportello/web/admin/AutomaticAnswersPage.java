package sportello.web.admin;

import java.util.List;
import java.util.Optional;
import sportello.postmaster.AnswerKind;
import sportello.postmaster.KeptAnswer;
import sportello.queue.KeptQueue;
import sportello.queue.QueueId;

/** What the house answers by itself: for each kind the house's words, and who has others. */
public record AutomaticAnswersPage(List<KeptAnswer> kept, List<KeptQueue> queues) {

    public List<AnswerKind> kinds() {
        return List.of(AnswerKind.values());
    }

    public Optional<KeptAnswer> house(AnswerKind kind) {
        return kept.stream()
                .filter(one -> one.kind() == kind && one.queue() == null)
                .findFirst();
    }

    public Optional<KeptAnswer> own(AnswerKind kind, KeptQueue queue) {
        return kept.stream()
                .filter(one -> one.kind() == kind && id(queue).equals(one.queue()))
                .findFirst();
    }

    /** In how many queues the house's words are used. */
    public long users(AnswerKind kind) {
        return queues.stream().filter(queue -> own(kind, queue).isEmpty()).count();
    }

    private static QueueId id(KeptQueue queue) {
        return queue.queue().id();
    }
}
