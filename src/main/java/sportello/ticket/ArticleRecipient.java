package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.mail.LetterId;

/**
 * Somebody to whom an article went.
 *
 * @param position among the recipients of the article
 * @param role to, cc or bcc
 * @param address empty for who was called
 * @param letter by which the mail went, null for who was called
 */
public record ArticleRecipient(
        int position,
        String role,
        String name,
        String address,
        @Nullable LetterId letter) {

    /** The name, or where there is none the address. */
    public String label() {
        return name.isEmpty() ? address : name;
    }
}
