package sportello.ticket;

import java.util.Optional;

/** Identifies a ticket. */
public record TicketId(long value) {
    private static final String THREAD = "ticket-";

    /** Under which its mails hang together. */
    public String thread() {
        return THREAD + value;
    }

    /** The ticket of a thread's name, if it is one of a ticket. */
    public static Optional<TicketId> ofThread(String name) {
        return name.startsWith(THREAD)
                ? Optional.of(new TicketId(Long.parseLong(name.substring(THREAD.length()))))
                : Optional.empty();
    }
}
