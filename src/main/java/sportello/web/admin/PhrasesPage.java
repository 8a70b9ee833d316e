package sportello.web.admin;

import java.util.List;
import sportello.queue.KeptQueue;
import sportello.reply.KeptPhrase;
import sportello.reply.Phrase;

/** How letters begin and end: for each valid queue its own words, or the house's. */
public record PhrasesPage(List<KeptPhrase> kept, List<KeptQueue> queues) {

    public List<Phrase> phrases() {
        return List.of(Phrase.values());
    }

    /** The house's; empty if there is none. */
    public String house(Phrase phrase) {
        return kept.stream()
                .filter(one -> one.phrase() == phrase && one.queue() == null)
                .findFirst()
                .map(KeptPhrase::body)
                .orElse("");
    }

    /** The queue's own; empty if it has the house's. */
    public String own(Phrase phrase, KeptQueue queue) {
        return kept.stream()
                .filter(one -> one.phrase() == phrase && queue.queue().id().equals(one.queue()))
                .findFirst()
                .map(KeptPhrase::body)
                .orElse("");
    }
}
