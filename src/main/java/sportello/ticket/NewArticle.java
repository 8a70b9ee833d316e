package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.base.Html;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

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
        @Nullable Html html,
        @Nullable SystemLine line) {

    static NewArticle byAgent(
            TicketId ticket,
            Channel channel,
            boolean visible,
            AgentId agent,
            String name,
            String subject,
            Message text) {
        return new NewArticle(
                ticket, Sender.AGENT, channel, visible, agent, null, name, subject, text.value(), text.html(), null);
    }

    static NewArticle byAgent(TicketId ticket, Channel channel, boolean visible, Mail mail, AgentViewer by) {
        return byAgent(
                ticket, channel, visible, by.id(), by.name(), mail.subject().value(), mail.text());
    }

    /** Who calls us is its sender. */
    static NewArticle ofCall(
            TicketId ticket, Call call, AgentViewer by, PersonName other, String subject, Message text) {
        var received = call == Call.RECEIVED;
        return new NewArticle(
                ticket,
                received ? Sender.CUSTOMER : Sender.AGENT,
                Channel.PHONE,
                false,
                by.id(),
                null,
                received ? other.value() : by.name(),
                subject,
                text.value(),
                text.html(),
                null);
    }

    /** What a customer user asks for by telephone, as an agent writes it down: the request itself, which the customer reads. */
    static NewArticle askedByPhone(
            TicketId ticket, CustomerUserId user, String name, AgentId by, String subject, Message text) {
        return new NewArticle(
                ticket, Sender.CUSTOMER, Channel.PHONE, true, by, user, name, subject, text.value(), text.html(), null);
    }

    static NewArticle byPortal(TicketId ticket, CustomerUserId user, String name, String subject, Message text) {
        return new NewArticle(
                ticket, Sender.CUSTOMER, Channel.PORTAL, true, null, user, name, subject, text.value(), null, null);
    }

    /** The mail that opens a ticket; whoever asks reads it, known or not. */
    static NewArticle opening(TicketId ticket, IncomingMail mail, @Nullable CustomerUser asker) {
        return asker == null
                ? byMail(ticket, mail, new Standing.Correspondent(true))
                : byMail(ticket, mail, new Standing.Asker(asker.id(), asker.name()));
    }

    /** What a mail server tells of a mail of the desk. */
    static NewArticle report(TicketId ticket, IncomingMail mail) {
        return new NewArticle(
                ticket,
                Sender.SYSTEM,
                Channel.EMAIL,
                false,
                null,
                null,
                mail.senderName(),
                mail.subject().value(),
                mail.text().value(),
                mail.text().html(),
                null);
    }

    /**
     * What an answer to an internal mail says is internal too; so is whatever a stranger says, and what was encrypted.
     */
    static NewArticle byMail(TicketId ticket, IncomingMail mail, Standing standing) {
        var seen = switch (standing) {
            case Standing.Asker _ -> true;
            case Standing.Correspondent correspondent -> correspondent.visible();
            case Standing.Stranger _ -> false;
        };
        var asker = standing instanceof Standing.Asker known ? known : null;
        return new NewArticle(
                ticket,
                Sender.CUSTOMER,
                Channel.EMAIL,
                seen && !mail.isConfidential(),
                null,
                asker == null ? null : asker.user(),
                asker == null ? mail.senderName() : asker.name(),
                mail.subject().value(),
                mail.text().value(),
                mail.text().html(),
                null);
    }

    static NewArticle bySystem(
            TicketId ticket,
            Channel channel,
            boolean visible,
            String name,
            String subject,
            String text,
            SystemLine line) {
        return new NewArticle(ticket, Sender.SYSTEM, channel, visible, null, null, name, subject, text, null, line);
    }

    static NewArticle ofThePast(TicketId ticket, Actor by, PastArticle past) {
        return new NewArticle(
                ticket,
                by instanceof Actor.ByAgent ? Sender.AGENT : Sender.CUSTOMER,
                past.channel(),
                past.visible(),
                by instanceof Actor.ByAgent agent ? agent.id() : null,
                by instanceof Actor.ByCustomerUser user ? user.id() : null,
                past.author(),
                past.subject(),
                past.text().value(),
                past.html(),
                null);
    }
}
