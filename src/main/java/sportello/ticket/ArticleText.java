package sportello.ticket;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an article says.
 *
 * @param text as plain text
 * @param html whether there is HTML too, to be read at its own address
 */
public record ArticleText(String text, boolean html, List<AttachedFile> files) {

    public ArticleText {
        files = List.copyOf(files);
    }

    /** The same, with the other's files after its own. */
    ArticleText with(ArticleText other) {
        return new ArticleText(
                text,
                html,
                Stream.concat(files.stream(), other.files().stream()).toList());
    }
}
