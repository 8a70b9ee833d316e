package sportello.notification;

import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.identity.Actor;
import sportello.mail.Company;
import sportello.ticket.Briefing;

/** What a letter can be about: the ticket, the people around it, and the house that writes. */
record Matter(
        Actor by,
        Briefing ticket,
        People people,
        Company company,
        @Nullable Loss loss,
        Said said) {

    String actorName() {
        return switch (by) {
            case Actor.ByAgent _ -> nameOf(people.actor());
            case Actor.ByCustomerUser _ ->
                ticket.article() == null
                        ? ticket.customerUserName()
                        : ticket.article().senderName();
            case Actor.BySystem _ -> company.name();
        };
    }

    String ownerName() {
        return nameOf(people.owner());
    }

    String responsibleName() {
        return nameOf(people.responsible());
    }

    private static String nameOf(@Nullable Agent agent) {
        return agent == null ? "" : agent.name();
    }
}
