package sportello.postmaster;

import org.jspecify.annotations.Nullable;
import sportello.queue.QueueId;

/**
 * An automatic answer as administrators see it: the queue's, or with no queue the house's.
 *
 * @param version which correction of it this is
 */
public record KeptAnswer(AnswerKind kind, @Nullable QueueId queue, AnswerDetails details, int version) {}
