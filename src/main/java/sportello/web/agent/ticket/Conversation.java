package sportello.web.agent.ticket;

import java.util.List;
import sportello.field.FilledField;
import sportello.ticket.ArticleRow;
import sportello.ticket.AttachedFile;
import sportello.ticket.Proof;
import sportello.web.Folded;

/**
 * Some of a ticket's articles one under the other, newest at the bottom.
 *
 * @param before the number of the article above which they stand, 0 if they are the newest
 * @param earlier how many stand above them
 */
public record Conversation(List<Said> said, int before, int earlier) {

    public Conversation {
        said = List.copyOf(said);
    }

    /**
     * One article in the conversation.
     *
     * @param text empty for a line of the house
     * @param cut whether there is more of the text
     * @param html whether there is HTML too, to be read under the table
     * @param proof what stands behind it
     * @param fields what the house's own fields say of it
     */
    public record Said(
            ArticleRow row,
            Folded text,
            boolean cut,
            boolean html,
            List<AttachedFile> files,
            Proof proof,
            List<FilledField> fields) {

        public Said {
            files = List.copyOf(files);
            fields = List.copyOf(fields);
        }

        /** Whether it says more when it lies open under the table. */
        public boolean hasMore() {
            return cut || html;
        }
    }

    /** The number of the latest article that the customer sees, which an answer quotes; 0 where there is none. */
    public int answered() {
        return said.reversed().stream()
                .map(Said::row)
                .filter(row -> row.visible() && row.line() == null)
                .mapToInt(ArticleRow::no)
                .findFirst()
                .orElse(0);
    }

    /** The number of the uppermost article, or 0 where there is none. */
    public int first() {
        return said.isEmpty() ? 0 : said.getFirst().row().no();
    }
}
