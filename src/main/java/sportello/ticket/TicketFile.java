package sportello.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.Field;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;

/**
 * A ticket as agents read it.
 *
 * @param owner who has it, or had it last; has it locked if {@code lockedAt} is there
 * @param asked what can be said of it, or is
 * @param filled whether one of the house's own fields says something
 * @param asksFields whether its page asks for some
 * @param articleFields those that may be asked of what is written on it
 * @param ascertainedAt when the cause of its closing without success became known
 * @param archivedAt when it left the lists, null for what is in them
 * @param ascertainment what was found out about it
 * @param mergedInto the ticket into which it went
 * @param watched whether the viewer keeps an eye on it
 * @param drafts what the viewer has begun to write on it, or may go on with, latest first, without what it says
 * @param version what a decision made on this reading must name
 * @param minutes how long all that was written down on it took
 * @param limits those in force for the viewer
 */
public record TicketFile(
        TicketId id,
        TicketNumber number,
        String title,
        QueueId queue,
        String queueName,
        GroupId group,
        Status state,
        Priority priority,
        Classes classes,
        AskedClasses asked,
        boolean filled,
        boolean asksFields,
        List<Field> articleFields,
        @Nullable Person owner,
        @Nullable Person responsible,
        @Nullable Instant lockedAt,
        @Nullable Instant pendingUntil,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        @Nullable Instant ascertainedAt,
        @Nullable Instant archivedAt,
        @Nullable Ascertainment ascertainment,
        @Nullable TicketId mergedInto,
        boolean watched,
        List<Draft> drafts,
        int version,
        @Nullable Asker asker,
        int minutes,
        Limits limits) {

    public TicketFile {
        articleFields = List.copyOf(articleFields);
        drafts = List.copyOf(drafts);
    }

    /** An agent by name. */
    public record Person(AgentId id, String name) {}

    /**
     * Who asked: the customer, and the customer user where one is known.
     *
     * @param bouncedAt when a mail to the customer user came back, null while none did
     * @param openOfUser how many active tickets of the customer user the viewer sees, this one included
     * @param openOfCustomer the same for the whole organisation
     * @param filled whether the house's own fields say something of either
     */
    public record Asker(
            CustomerId customerId,
            String customer,
            String code,
            String city,
            @Nullable CustomerUserId userId,
            @Nullable String user,
            String firstName,
            String email,
            String phone,
            @Nullable Instant bouncedAt,
            int openOfUser,
            int openOfCustomer,
            boolean filled) {

        /** The address up to its sign; there a long one may break. */
        public String mailbox() {
            return email.substring(0, email.indexOf('@') + 1);
        }

        public String host() {
            return email.substring(email.indexOf('@') + 1);
        }
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    public boolean isLocked() {
        return lockedAt != null;
    }

    public boolean isLockedBy(AgentId agent) {
        return isLocked() && owner != null && owner.id().equals(agent);
    }

    /** Whether somebody must still find out why it was closed without success (S71). */
    public boolean owesCause() {
        return state.model() == State.CLOSED_UNSUCCESSFUL && ascertainedAt == null;
    }

    /** What the viewer can do now, by the ticket's own rules and the house's limits. */
    public Set<Work> workOpenTo(AgentViewer viewer) {
        var ticket = new Ticket(snapshot(), limits);
        return Arrays.stream(Work.values())
                .filter(work -> ticket.obstacle(work, viewer.id(), viewer.may(work.permission(), group), version)
                        .isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the states in which the viewer can leave the ticket, having written something. */
    public List<Status> sequels(List<Status> offered, AgentViewer viewer) {
        return limits.states(offered).stream()
                .filter(state -> Limits.work(state)
                        .map(work -> viewer.may(work.permission(), group))
                        .orElse(true))
                .toList();
    }

    /** Whether the viewer can close it with success, having written something. */
    public boolean isClosable(AgentViewer viewer) {
        return !sequels(List.of(State.CLOSED_SUCCESSFUL), viewer).isEmpty();
    }

    private TicketSnapshot snapshot() {
        return new TicketSnapshot(
                id,
                number,
                title,
                queue,
                state,
                priority,
                owner == null ? null : owner.id(),
                responsible == null ? null : responsible.id(),
                lockedAt,
                null,
                null,
                pendingUntil,
                null,
                closedAt,
                ascertainedAt,
                archivedAt,
                mergedInto,
                version);
    }

    public boolean isActive() {
        return state.type().isActive();
    }
}
