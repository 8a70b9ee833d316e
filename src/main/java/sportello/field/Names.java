package sportello.field;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.agent.Agents;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Makes somebody of the registers of what was typed into a field: by log-in, code or name, as far as whoever types may know. */
@Component
class Names {
    private final Agents agents;
    private final NameSql sql;

    Names(Agents agents, NameSql sql) {
        this.agents = agents;
        this.sql = sql;
    }

    Outcome<Optional<Value>> read(Kind kind, String typed, Reach reach) {
        var clean = CleanText.line(typed).strip();
        if (CleanText.isBlank(clean)) return Outcome.done(Optional.empty());
        var found = kind == Kind.AGENT ? agents(clean, reach) : sql.customers(Named.keyIn(clean), clean, reach);
        var one = meant(clean, found);
        return one.isEmpty()
                ? Outcome.refused(kind == Kind.AGENT ? "field.agent" : "field.customer")
                : Outcome.done(Optional.of(value(kind, one.get())));
    }

    private static Value value(Kind kind, Named named) {
        return kind == Kind.AGENT ? new Value.Agent(named) : new Value.Customer(named);
    }

    private List<Named> agents(String typed, Reach reach) {
        var by = reach.by();
        return by == null
                ? List.of()
                : agents.valid(by).stream()
                        .map(agent -> new Named(agent.id().value(), agent.login(), agent.name()))
                        .filter(agent -> agent.isCalled(typed))
                        .toList();
    }

    /** Who has the key, or else the only one of the name. */
    private static Optional<Named> meant(String typed, List<Named> found) {
        var key = Named.keyIn(typed);
        return found.stream()
                .filter(one -> one.key().equalsIgnoreCase(key))
                .findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
    }
}
