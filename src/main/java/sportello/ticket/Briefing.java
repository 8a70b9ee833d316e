package sportello.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.customer.CustomerUserId;
import sportello.mail.LetterId;
import sportello.queue.QueueId;

/**
 * A ticket as it stands now, for those who have to tell people about it. It holds internal fields: what a customer may
 * read of it is the teller's care.
 *
 * @param customerName the organisation's name, or where there is none the name of whoever wrote first
 * @param customerUserName empty where nobody asked
 * @param watchers who keeps an eye on it, by name
 * @param traits what it is like
 * @param article what the news is about, null where it is about no text
 */
public record Briefing(
        TicketId id,
        TicketNumber number,
        String title,
        Status state,
        QueueId queue,
        String queueName,
        GroupId group,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        List<AgentId> watchers,
        @Nullable CustomerUserId customerUser,
        String customerName,
        String customerUserName,
        @Nullable Instant pendingUntil,
        Traits traits,
        @Nullable Text article) {

    public Briefing {
        watchers = List.copyOf(watchers);
    }

    /**
     * What kind of ticket it is, as far as somebody can want to hear of some kinds only.
     *
     * @param queues its own and those above it
     * @param services the one for which it is, and those above it
     * @param service its name, empty for none
     * @param serviceForCustomers whether customers may read of it
     * @param customer the code of its organisation, empty for none
     * @param hidden whether its group is reserved, and whoever asked does not see it
     */
    public record Traits(
            int priority,
            boolean locked,
            Set<Long> queues,
            @Nullable Long typeId,
            String type,
            Set<Long> services,
            String service,
            boolean serviceForCustomers,
            String customer,
            boolean hidden) {

        public Traits {
            queues = Set.copyOf(queues);
            services = Set.copyOf(services);
        }
    }

    /**
     * What somebody wrote.
     *
     * @param visible whether the customer may read it
     * @param hand by which it was written; that of a person for all that is no mail
     * @param byMail whether it came in by mail
     * @param byColleague whether it is a mail from the address of somebody of the desk
     * @param files the names of the files that came with it
     * @param addresses to which it was mailed as it is
     * @param letters by which
     * @param addressees of the desk, for whom it is meant
     */
    public record Text(
            ArticleId id,
            boolean visible,
            Sender sender,
            Channel channel,
            String senderName,
            String subject,
            String text,
            Hand hand,
            boolean byMail,
            boolean byColleague,
            List<String> files,
            List<String> addresses,
            List<LetterId> letters,
            List<AgentId> addressees) {}
}
