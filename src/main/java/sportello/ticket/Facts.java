package sportello.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.FieldId;
import sportello.field.Value;
import sportello.identity.Actor;
import sportello.queue.QueueId;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON and back: what the history keeps. The names here are stored, so they stay as they are. */
final class Facts {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(TicketEvent.class, Types.class)
            .addMixIn(Actor.class, Actors.class)
            .addMixIn(Value.class, Values.class)
            .addMixIn(FieldId.class, Identifier.class)
            .addMixIn(TicketId.class, Identifier.class)
            .addMixIn(ArticleId.class, Identifier.class)
            .addMixIn(QueueId.class, Identifier.class)
            .addMixIn(AgentId.class, Identifier.class)
            .addMixIn(CustomerId.class, Identifier.class)
            .addMixIn(CustomerUserId.class, Identifier.class)
            .build();

    private Facts() {}

    static String of(TicketEvent event) {
        return JSON.writerFor(TicketEvent.class).writeValueAsString(event);
    }

    static TicketEvent read(String json) {
        return JSON.readValue(json, TicketEvent.class);
    }

    /** The event's stored name. */
    static String type(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened opened -> "opened";
            case TicketEvent.Locked locked -> "locked";
            case TicketEvent.Released released -> "released";
            case TicketEvent.OwnerChanged changed -> "owner_changed";
            case TicketEvent.ResponsibleChanged changed -> "responsible_changed";
            case TicketEvent.Moved moved -> "moved";
            case TicketEvent.PriorityChanged changed -> "priority_changed";
            case TicketEvent.TypeChanged _ -> "type_changed";
            case TicketEvent.ServiceChanged _ -> "service_changed";
            case TicketEvent.FieldChanged _ -> "field_changed";
            case TicketEvent.StateChanged changed -> "state_changed";
            case TicketEvent.Noted noted -> "noted";
            case TicketEvent.Called called -> "called";
            case TicketEvent.Answered answered -> "answered";
            case TicketEvent.Mailed mailed -> "mailed";
            case TicketEvent.Marked marked -> "marked";
            case TicketEvent.Forwarded forwarded -> "forwarded";
            case TicketEvent.Redirected redirected -> "redirected";
            case TicketEvent.SentInClear _ -> "sent_in_clear";
            case TicketEvent.Resent resent -> "resent";
            case TicketEvent.Recalled _ -> "recalled";
            case TicketEvent.FollowedUp followedUp -> "followed_up";
            case TicketEvent.MailCame _ -> "mail_came";
            case TicketEvent.Bounced _ -> "bounced";
            case TicketEvent.Undelivered _ -> "undelivered";
            case TicketEvent.AutoAnswered _ -> "auto_answered";
            case TicketEvent.Closed closed -> "closed";
            case TicketEvent.Postponed _ -> "postponed";
            case TicketEvent.Resumed _ -> "resumed";
            case TicketEvent.ReminderReached _ -> "reminder_reached";
            case TicketEvent.Reopened _ -> "reopened";
            case TicketEvent.Ascertained _ -> "ascertained";
            case TicketEvent.Archived _ -> "archived";
            case TicketEvent.Unarchived _ -> "unarchived";
            case TicketEvent.CustomerChanged _ -> "customer_changed";
            case TicketEvent.Watched _ -> "watched";
            case TicketEvent.Unwatched _ -> "unwatched";
            case TicketEvent.Linked _ -> "linked";
            case TicketEvent.Unlinked _ -> "unlinked";
            case TicketEvent.Split _ -> "split";
            case TicketEvent.Merged _ -> "merged";
            case TicketEvent.MergeUndone _ -> "merge_undone";
            case TicketEvent.PersonErased _ -> "person_erased";
            case TicketEvent.Emptied _ -> "emptied";
        };
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TicketEvent.Opened.class, name = "opened"),
        @JsonSubTypes.Type(value = TicketEvent.Locked.class, name = "locked"),
        @JsonSubTypes.Type(value = TicketEvent.Released.class, name = "released"),
        @JsonSubTypes.Type(value = TicketEvent.OwnerChanged.class, name = "owner_changed"),
        @JsonSubTypes.Type(value = TicketEvent.ResponsibleChanged.class, name = "responsible_changed"),
        @JsonSubTypes.Type(value = TicketEvent.Moved.class, name = "moved"),
        @JsonSubTypes.Type(value = TicketEvent.PriorityChanged.class, name = "priority_changed"),
        @JsonSubTypes.Type(value = TicketEvent.TypeChanged.class, name = "type_changed"),
        @JsonSubTypes.Type(value = TicketEvent.ServiceChanged.class, name = "service_changed"),
        @JsonSubTypes.Type(value = TicketEvent.FieldChanged.class, name = "field_changed"),
        @JsonSubTypes.Type(value = TicketEvent.StateChanged.class, name = "state_changed"),
        @JsonSubTypes.Type(value = TicketEvent.Noted.class, name = "noted"),
        @JsonSubTypes.Type(value = TicketEvent.Called.class, name = "called"),
        @JsonSubTypes.Type(value = TicketEvent.Answered.class, name = "answered"),
        @JsonSubTypes.Type(value = TicketEvent.Mailed.class, name = "mailed"),
        @JsonSubTypes.Type(value = TicketEvent.Marked.class, name = "marked"),
        @JsonSubTypes.Type(value = TicketEvent.Forwarded.class, name = "forwarded"),
        @JsonSubTypes.Type(value = TicketEvent.Redirected.class, name = "redirected"),
        @JsonSubTypes.Type(value = TicketEvent.SentInClear.class, name = "sent_in_clear"),
        @JsonSubTypes.Type(value = TicketEvent.Resent.class, name = "resent"),
        @JsonSubTypes.Type(value = TicketEvent.Recalled.class, name = "recalled"),
        @JsonSubTypes.Type(value = TicketEvent.FollowedUp.class, name = "followed_up"),
        @JsonSubTypes.Type(value = TicketEvent.MailCame.class, name = "mail_came"),
        @JsonSubTypes.Type(value = TicketEvent.Bounced.class, name = "bounced"),
        @JsonSubTypes.Type(value = TicketEvent.Undelivered.class, name = "undelivered"),
        @JsonSubTypes.Type(value = TicketEvent.AutoAnswered.class, name = "auto_answered"),
        @JsonSubTypes.Type(value = TicketEvent.Closed.class, name = "closed"),
        @JsonSubTypes.Type(value = TicketEvent.Postponed.class, name = "postponed"),
        @JsonSubTypes.Type(value = TicketEvent.Resumed.class, name = "resumed"),
        @JsonSubTypes.Type(value = TicketEvent.ReminderReached.class, name = "reminder_reached"),
        @JsonSubTypes.Type(value = TicketEvent.Reopened.class, name = "reopened"),
        @JsonSubTypes.Type(value = TicketEvent.Ascertained.class, name = "ascertained"),
        @JsonSubTypes.Type(value = TicketEvent.Archived.class, name = "archived"),
        @JsonSubTypes.Type(value = TicketEvent.Unarchived.class, name = "unarchived"),
        @JsonSubTypes.Type(value = TicketEvent.CustomerChanged.class, name = "customer_changed"),
        @JsonSubTypes.Type(value = TicketEvent.Watched.class, name = "watched"),
        @JsonSubTypes.Type(value = TicketEvent.Unwatched.class, name = "unwatched"),
        @JsonSubTypes.Type(value = TicketEvent.Linked.class, name = "linked"),
        @JsonSubTypes.Type(value = TicketEvent.Unlinked.class, name = "unlinked"),
        @JsonSubTypes.Type(value = TicketEvent.Split.class, name = "split"),
        @JsonSubTypes.Type(value = TicketEvent.Merged.class, name = "merged"),
        @JsonSubTypes.Type(value = TicketEvent.MergeUndone.class, name = "merge_undone"),
        @JsonSubTypes.Type(value = TicketEvent.PersonErased.class, name = "person_erased"),
        @JsonSubTypes.Type(value = TicketEvent.Emptied.class, name = "emptied")
    })
    private interface Types {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Actor.ByAgent.class, name = "agent"),
        @JsonSubTypes.Type(value = Actor.ByCustomerUser.class, name = "customer_user"),
        @JsonSubTypes.Type(value = Actor.BySystem.class, name = "system")
    })
    private interface Actors {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Value.Words.class, name = "words"),
        @JsonSubTypes.Type(value = Value.Link.class, name = "link"),
        @JsonSubTypes.Type(value = Value.Amount.class, name = "amount"),
        @JsonSubTypes.Type(value = Value.Money.class, name = "money"),
        @JsonSubTypes.Type(value = Value.Day.class, name = "day"),
        @JsonSubTypes.Type(value = Value.Moment.class, name = "moment"),
        @JsonSubTypes.Type(value = Value.Chosen.class, name = "chosen"),
        @JsonSubTypes.Type(value = Value.Agent.class, name = "agent"),
        @JsonSubTypes.Type(value = Value.Customer.class, name = "customer"),
        @JsonSubTypes.Type(value = Value.YesNo.class, name = "yes_no")
    })
    private interface Values {}

    private abstract static class Identifier {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Identifier(@SuppressWarnings("unused") long value) {}

        @JsonValue
        abstract long value();
    }
}
