package sportello.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sportello.agent.AgentId;
import sportello.base.Language;

/**
 * On its occasion, this audience gets this letter.
 *
 * @param own whether it is the house's own, and no line of the procedure's table
 * @param agents whom of the desk it addresses, where the audience does not say it already
 * @param outside addresses behind which the house knows nobody, and webhooks
 * @param held whether what it says now waits for the working hours
 * @param silent who of the desk chose not to be told by it; nobody where the audience leaves no choice
 */
record Rule(
        long id,
        boolean own,
        Audience audience,
        Map<Language, Wording> wordings,
        Options options,
        boolean held,
        List<AgentId> agents,
        List<? extends Person> outside,
        Set<AgentId> silent) {

    Rule {
        wordings = Map.copyOf(wordings);
        agents = List.copyOf(agents);
        outside = List.copyOf(outside);
        silent = audience.mayBeSilenced() ? Set.copyOf(silent) : Set.of();
        if (wordings.isEmpty()) throw new IllegalArgumentException("rule " + id + " has no wording");
    }

    /** A line of the procedure's table. */
    Rule(long id, Audience audience, Map<Language, Wording> wordings, Set<AgentId> silent) {
        this(id, false, audience, wordings, Options.NONE, false, List.of(), List.of(), silent);
    }

    boolean isSilentFor(Person person) {
        return person instanceof Person.OfTheDesk(var agent) && silent.contains(agent.id());
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
