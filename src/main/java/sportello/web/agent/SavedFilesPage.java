package sportello.web.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.DraftFile;

/**
 * The part of a form in which the files of its draft stand.
 *
 * @param refusal why others were not added
 */
public record SavedFilesPage(
        List<DraftFile> files, SavedFiles choice, @Nullable Refusal refusal) {

    public SavedFilesPage {
        files = List.copyOf(files);
    }
}
