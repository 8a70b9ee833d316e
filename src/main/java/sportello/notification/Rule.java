package sportello.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sportello.agent.AgentId;
import sportello.base.Language;

/**
 * On its occasion, this audience gets this letter.
 *
 * @param own whether it is the house's own, and no line of the procedure's table
 * @param agents whom of the desk it addresses, where the audience does not say it already
 * @param outside addresses behind which the house knows nobody, and webhooks
 */
record Rule(
        long id,
        boolean own,
        Audience audience,
        Map<Language, Wording> wordings,
        Options options,
        List<AgentId> agents,
        List<? extends Person> outside) {

    Rule {
        wordings = Map.copyOf(wordings);
        agents = List.copyOf(agents);
        outside = List.copyOf(outside);
        if (wordings.isEmpty()) throw new IllegalArgumentException("rule " + id + " has no wording");
    }

    /** A line of the procedure's table. */
    Rule(long id, Audience audience, Map<Language, Wording> wordings) {
        this(id, false, audience, wordings, Options.NONE, List.of(), List.of());
    }

    /** In the reader's language, else in one that the letter has. */
    Wording in(Language language) {
        return Stream.concat(Stream.of(language), Stream.of(Language.values()))
                .flatMap(known -> Optional.ofNullable(wordings.get(known)).stream())
                .findFirst()
                .orElseThrow();
    }

    boolean asksForFields() {
        return wordings.values().stream().anyMatch(Wording::asksForFields);
    }

    boolean asksForCustomer() {
        return wordings.values().stream().anyMatch(Wording::asksForCustomer);
    }
}
