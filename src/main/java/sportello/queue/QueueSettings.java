package sportello.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.mail.Recipient;
import sportello.worktime.HoursId;

/**
 * What administrators say of a queue.
 *
 * @param name its own, without those of the queues above it
 * @param addresses by which mail reaches it; it writes from the first
 * @param senderName beside that address on what it writes; empty for the company's
 * @param idleMinutes after so many minutes without work a lock is released; 0 for never
 * @param hours the working hours that it follows, in which those minutes are counted; null for the house's
 */
public record QueueSettings(
        String name,
        @Nullable QueueId parent,
        GroupId group,
        List<String> addresses,
        String senderName,
        MailPolicy policy,
        int idleMinutes,
        @Nullable HoursId hours,
        @Nullable AgentId defaultOwner,
        @Nullable AgentId defaultResponsible,
        boolean valid) {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    /** Of minutes without work: thirty days. */
    public static final int LONGEST_IDLE = 43_200;

    private static final int MOST_ADDRESSES = 20;

    public QueueSettings {
        addresses = List.copyOf(addresses);
    }

    /** The same with these people in charge of what comes. */
    public QueueSettings inCharge(@Nullable AgentId owner, @Nullable AgentId responsible) {
        return new QueueSettings(
                name, parent, group, addresses, senderName, policy, idleMinutes, hours, owner, responsible, valid);
    }

    /** The same as it will be kept: the name on one line, each address once; refuses what is neither. */
    Outcome<QueueSettings> checked() {
        var line = CleanText.line(name);
        if (CleanText.isBlank(line)) return Outcome.refused("queues.name");
        if (line.length() > LONGEST) return Outcome.refused("queues.long", LONGEST, line.length());
        if (line.contains("::")) return Outcome.refused("queues.colons");
        var sender = CleanText.line(senderName);
        if (sender.length() > LONGEST) return Outcome.refused("queues.long", LONGEST, sender.length());
        var sent = distinct();
        if (sent.size() > MOST_ADDRESSES) return Outcome.refused("queues.many_addresses", MOST_ADDRESSES);
        var odd = sent.stream()
                .filter(address -> Recipient.of("", address).isEmpty())
                .findFirst();
        if (odd.isPresent()) return Outcome.refused("queues.address", odd.get());
        if (idleMinutes < 0 || idleMinutes > LONGEST_IDLE) return Outcome.refused("queues.idle", LONGEST_IDLE);
        return Outcome.done(new QueueSettings(
                line,
                parent,
                group,
                sent,
                sender,
                policy,
                idleMinutes,
                hours,
                defaultOwner,
                defaultResponsible,
                valid));
    }

    private List<String> distinct() {
        return addresses.stream()
                .flatMap(line -> Arrays.stream(line.split("[\\s,;]+", -1)))
                .filter(Predicate.not(String::isBlank))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
