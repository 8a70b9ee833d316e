package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.queue.KeptQueue;
import sportello.queue.MailPolicy;
import sportello.queue.MailPolicy.OnClosed;
import sportello.queue.MailPolicy.OnStranger;
import sportello.queue.QueueId;
import sportello.queue.QueueSettings;
import sportello.worktime.HoursId;

/**
 * A queue as somebody typed it.
 *
 * @param version of the queue that is corrected
 * @param group null before one is chosen
 * @param addresses one a line
 * @param idleMinutes 0 for never
 * @param hours null for the house's
 */
public record QueueForm(
        @Nullable Integer version,
        String name,
        @Nullable Long parent,
        @Nullable Long group,
        String addresses,
        String senderName,
        OnClosed onClosed,
        OnStranger onStranger,
        Integer idleMinutes,
        @Nullable Long hours,
        @Nullable Long owner,
        @Nullable Long responsible,
        @Nullable Boolean valid) {
    static final QueueForm BLANK =
            new QueueForm(null, null, null, null, null, null, null, null, null, null, null, null, true);

    public QueueForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Long parent,
            @Nullable Long group,
            @Nullable String addresses,
            @Nullable String senderName,
            @Nullable OnClosed onClosed,
            @Nullable OnStranger onStranger,
            @Nullable Integer idleMinutes,
            @Nullable Long hours,
            @Nullable Long owner,
            @Nullable Long responsible,
            @Nullable Boolean valid) {
        this.version = version;
        this.name = Objects.requireNonNullElse(name, "");
        this.parent = parent;
        this.group = group;
        this.addresses = Objects.requireNonNullElse(addresses, "");
        this.senderName = Objects.requireNonNullElse(senderName, "");
        this.onClosed = Objects.requireNonNullElse(onClosed, OnClosed.REOPEN);
        this.onStranger = Objects.requireNonNullElse(onStranger, OnStranger.NOTE);
        this.idleMinutes = Objects.requireNonNullElse(idleMinutes, 0);
        this.hours = hours;
        this.owner = owner;
        this.responsible = responsible;
        this.valid = valid;
    }

    static QueueForm of(KeptQueue kept) {
        var settings = kept.settings();
        var hours = settings.hours();
        return new QueueForm(
                kept.version(),
                settings.name(),
                settings.parent() == null ? null : settings.parent().value(),
                settings.group().value(),
                String.join("\n", settings.addresses()),
                settings.senderName(),
                settings.policy().onClosed(),
                settings.policy().onStranger(),
                settings.idleMinutes(),
                hours == null ? null : hours.value(),
                value(settings.defaultOwner()),
                value(settings.defaultResponsible()),
                settings.valid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    QueueSettings settings() {
        return new QueueSettings(
                name,
                parent == null ? null : new QueueId(parent),
                new GroupId(Objects.requireNonNullElse(group, 0L)),
                List.of(addresses),
                senderName,
                new MailPolicy(onClosed, onStranger),
                idleMinutes,
                hours == null ? null : new HoursId(hours),
                agent(owner),
                agent(responsible),
                isValid());
    }

    private static @Nullable AgentId agent(@Nullable Long id) {
        return id == null ? null : new AgentId(id);
    }

    private static @Nullable Long value(@Nullable AgentId id) {
        return id == null ? null : id.value();
    }
}
