package sportello.ticket;

import java.time.Instant;
import java.util.List;

/**
 * Something that a customer's person wrote where the person's own requests do not show it.
 *
 * @param no the article's number
 */
public record Writing(
        TicketNumber number, int no, Instant at, String subject, String text, List<RequestFileContent> files) {

    public Writing {
        files = List.copyOf(files);
    }
}
