package sportello.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.field.FilledField;
import sportello.field.PlainValue;
import sportello.ticket.Choice;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFile.Asker;
import sportello.ticket.TicketFile.Person;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A ticket as programs read it: what the head of its page says, the same in every language.
 *
 * @param version what whoever changes it must name
 * @param state by the key that stands in addresses too
 * @param priority from 1 to 5
 * @param queue with those above it
 * @param owner who has it, or had it last
 * @param fields what the house's own fields say, by their keys
 */
@JsonNaming(SnakeCaseStrategy.class)
record PlainTicket(
        String number,
        String title,
        int version,
        String state,
        int priority,
        @Nullable String type,
        @Nullable String service,
        String queue,
        @Nullable Somebody owner,
        @Nullable Somebody responsible,
        boolean locked,
        @Nullable Organisation customer,
        @Nullable Somebody customerUser,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        Map<String, Object> fields) {

    /** An agent or a customer's person. */
    record Somebody(long id, String name) {}

    record Organisation(long id, String code, String name) {}

    static PlainTicket of(TicketFile ticket, List<FilledField> filled) {
        var fields = new LinkedHashMap<String, Object>();
        for (var one : filled) fields.put(one.field().key(), PlainValue.of(one));
        var asker = ticket.asker();
        return new PlainTicket(
                ticket.number().value(),
                ticket.title(),
                ticket.version(),
                ticket.state().key(),
                ticket.priority().level(),
                name(ticket.classes().type()),
                name(ticket.classes().service()),
                ticket.queueName(),
                somebody(ticket.owner()),
                somebody(ticket.responsible()),
                ticket.isLocked(),
                asker == null ? null : new Organisation(asker.customerId().value(), asker.code(), asker.customer()),
                asker == null ? null : user(asker),
                ticket.createdAt(),
                ticket.changedAt(),
                ticket.closedAt(),
                fields);
    }

    private static @Nullable String name(@Nullable Choice choice) {
        return choice == null ? null : choice.name();
    }

    private static @Nullable Somebody somebody(@Nullable Person agent) {
        return agent == null ? null : new Somebody(agent.id().value(), agent.name());
    }

    private static @Nullable Somebody user(Asker asker) {
        var id = asker.userId();
        var name = asker.user();
        return id == null || name == null ? null : new Somebody(id.value(), name);
    }
}
