package sportello.notification;

import java.util.Map;
import sportello.base.Language;

/** On its occasion, this audience gets this letter. */
record Rule(long id, Audience audience, Map<Language, Wording> wordings) {

    Rule {
        wordings = Map.copyOf(wordings);
        if (wordings.isEmpty()) throw new IllegalArgumentException("rule " + id + " has no wording");
    }

    /** In the reader's language, else in one that the letter has. */
    Wording in(Language language) {
        return wordings.getOrDefault(language, wordings.values().iterator().next());
    }
}
