package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that somebody wants to try.
 *
 * @param service by its full name
 * @param customer its code; empty for the one whom the sender belongs to
 */
public record RoutingTrialForm(
        String channel, String recipient, String sender, String customer, String service, String subject, String body) {
    private static final List<String> CHANNELS = List.of("portal", "email");

    static final RoutingTrialForm BLANK = new RoutingTrialForm(null, null, null, null, null, null, null);

    public RoutingTrialForm(
            @Nullable String channel,
            @Nullable String recipient,
            @Nullable String sender,
            @Nullable String customer,
            @Nullable String service,
            @Nullable String subject,
            @Nullable String body) {
        this.channel = channel != null && CHANNELS.contains(channel) ? channel : CHANNELS.getFirst();
        this.recipient = Objects.requireNonNullElse(recipient, "").strip();
        this.sender = Objects.requireNonNullElse(sender, "").strip();
        this.customer = Objects.requireNonNullElse(customer, "").strip();
        this.service = Objects.requireNonNullElse(service, "").strip();
        this.subject = Objects.requireNonNullElse(subject, "");
        this.body = Objects.requireNonNullElse(body, "");
    }

    /** By which rules are asked; whoever phones is given a queue by the agent. */
    public List<String> channels() {
        return CHANNELS;
    }

    boolean isMail() {
        return channel.equals("email");
    }
}
