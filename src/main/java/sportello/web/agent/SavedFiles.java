package sportello.web.agent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.ticket.DraftFile;

/**
 * What a form says of the files that are saved with its draft.
 *
 * @param offered the ids of those that it showed
 * @param chosen of those that go along
 */
public record SavedFiles(List<Long> offered, List<Long> chosen) {
    public static final SavedFiles NONE = new SavedFiles(List.of(), List.of());

    public SavedFiles(@Nullable List<Long> offered, @Nullable List<Long> chosen) {
        this.offered = Ids.sent(offered);
        this.chosen = Ids.sent(chosen);
    }

    /** As {@link #content} gave them. */
    public static SavedFiles of(Map<String, String> content) {
        return new SavedFiles(Ids.kept(content.get("saved.offered")), Ids.kept(content.get("saved.chosen")));
    }

    /** Its fields by their names, to be kept with the form's. */
    public Map<String, String> content() {
        return Map.of("saved.offered", Ids.listed(offered), "saved.chosen", Ids.listed(chosen));
    }

    /** The same when these are the draft's files now: the new ones go along. */
    public SavedFiles among(List<DraftFile> files) {
        var all = files.stream().map(DraftFile::id).toList();
        return new SavedFiles(all, all.stream().filter(this::goesAlong).toList());
    }

    /** Whether the file goes along: also one of which the form did not know yet. */
    public boolean goesAlong(long id) {
        return chosen.contains(id) || !offered.contains(id);
    }

    /** Those that shall not go along. */
    public Set<Long> leftOut() {
        return offered.stream().filter(id -> !chosen.contains(id)).collect(Collectors.toSet());
    }
}
