package sportello.ticket;

import java.util.Optional;
import java.util.regex.Pattern;
import sportello.agent.AgentId;

/** Whose tickets a list is narrowed to. */
public sealed interface OwnedBy {

    /** As it stands in addresses. */
    String key();

    /** Whoever looks, so that an address can be passed on. */
    record Me() implements OwnedBy {
        @Override
        public String key() {
            return "me";
        }
    }

    record Nobody() implements OwnedBy {
        @Override
        public String key() {
            return "nobody";
        }
    }

    record Somebody(AgentId agent) implements OwnedBy {
        @Override
        public String key() {
            return Long.toString(agent.value());
        }
    }

    /** The owner of a key that somebody typed. */
    static Optional<OwnedBy> of(String key) {
        return switch (key) {
            case "me" -> Optional.of(new Me());
            case "nobody" -> Optional.of(new Nobody());
            default ->
                Pattern.matches("\\d{1,18}", key)
                        ? Optional.of(new Somebody(new AgentId(Long.parseLong(key))))
                        : Optional.empty();
        };
    }
}
