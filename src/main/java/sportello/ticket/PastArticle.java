package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.base.Html;

/**
 * What somebody wrote at the time.
 *
 * @param author the name that the article bears
 * @param visible whether the customer saw it
 * @param html the text with its markup, where it came with any
 */
public record PastArticle(
        String author,
        Channel channel,
        boolean visible,
        String subject,
        Message text,
        @Nullable Html html,
        Uploads uploads) {}
