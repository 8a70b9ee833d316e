package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerUserId;

/** An article that does not exist yet. */
record NewArticle(
        TicketId ticket,
        Sender sender,
        Channel channel,
        boolean visible,
        @Nullable AgentId agent,
        @Nullable CustomerUserId customerUser,
        String senderName,
        String subject,
        String text,
        @Nullable SystemLine line) {

    static NewArticle byAgent(
            TicketId ticket,
            Channel channel,
            boolean visible,
            AgentId agent,
            String name,
            String subject,
            Message text) {
        return new NewArticle(ticket, Sender.AGENT, channel, visible, agent, null, name, subject, text.value(), null);
    }

    static NewArticle byPortal(TicketId ticket, CustomerUserId user, String name, String subject, Message text) {
        return new NewArticle(
                ticket, Sender.CUSTOMER, Channel.PORTAL, true, null, user, name, subject, text.value(), null);
    }

    static NewArticle bySystem(
            TicketId ticket,
            Channel channel,
            boolean visible,
            String name,
            String subject,
            String text,
            SystemLine line) {
        return new NewArticle(ticket, Sender.SYSTEM, channel, visible, null, null, name, subject, text, line);
    }
}
