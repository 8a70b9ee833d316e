package sportello.web.agent.live;

import java.util.Optional;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.ticket.TicketId;

/** What a node calls out to all others through the database, and how it reads there. */
sealed interface Signal {

    /** Something happened to the ticket, whose queue belongs to the group, or did until then: {@code ticket 3 17}. */
    record TicketChanged(GroupId group, TicketId ticket) implements Signal {}

    /** Somebody came to the ticket's page, left it, or began or ceased to write: {@code presence 17}. */
    record PresenceChanged(TicketId ticket) implements Signal {}

    /** There is something for the agent to read, or no longer: {@code bell 4}. */
    record BellRang(AgentId agent) implements Signal {}

    /** The agent has lost a session or a key, or is no agent any more: {@code over 4}. */
    record ReaderChanged(AgentId reader) implements Signal {}

    /** Nothing for words that another version of the program calls out. */
    static Optional<Signal> of(String called) {
        var words = called.split(" ");
        return switch (words[0]) {
            case "ticket" -> Optional.of(new TicketChanged(new GroupId(id(words[1])), new TicketId(id(words[2]))));
            case "presence" -> Optional.of(new PresenceChanged(new TicketId(id(words[1]))));
            case "bell" -> Optional.of(new BellRang(new AgentId(id(words[1]))));
            case "over" -> Optional.of(new ReaderChanged(new AgentId(id(words[1]))));
            default -> Optional.empty();
        };
    }

    private static long id(String word) {
        return Long.parseLong(word);
    }
}
