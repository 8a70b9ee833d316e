package sportello.ticket;

import java.util.List;

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
}
