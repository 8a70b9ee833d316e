package sportello.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.base.Html;

/**
 * An article with everything that is in it.
 *
 * @param author the agent who wrote it, null where it was none
 * @param html made from the text where there was no HTML; its pictures are in their places
 * @param files those that do not stand within the text
 * @param encrypted whether it came so, and was opened
 */
public record WholeArticle(
        ArticleRow row, @Nullable AgentId author, String text, Html html, List<AttachedFile> files, boolean encrypted) {

    public WholeArticle {
        files = List.copyOf(files);
    }
}
