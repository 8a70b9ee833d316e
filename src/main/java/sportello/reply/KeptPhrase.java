package sportello.reply;

import org.jspecify.annotations.Nullable;
import sportello.queue.QueueId;

/** A phrase as administrators see it: the queue's, or with no queue the house's. */
public record KeptPhrase(Phrase phrase, @Nullable QueueId queue, String body) {}
