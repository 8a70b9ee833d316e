package sportello.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.storage.Files;
import sportello.storage.Hash;

/**
 * The files of drafts, within the limits of an article: kept as soon as they are chosen, for their author alone. They come
 * beside the words, which are saved on their own, and begin a draft where there is none.
 */
@Component
public class DraftFiles {
    private final DraftFileSql sql;
    private final DraftSql drafts;
    private final DraftEndSql ends;
    private final Files files;
    private final Clock clock;

    DraftFiles(DraftFileSql sql, DraftSql drafts, DraftEndSql ends, Files files, Clock clock) {
        this.sql = sql;
        this.drafts = drafts;
        this.ends = ends;
        this.files = files;
        this.clock = clock;
    }

    /** Those of the viewer's own draft of one kind. */
    public List<DraftFile> of(TicketNumber number, DraftKind kind, int article, AgentViewer viewer) {
        return sql.of(number, kind, article, viewer.id());
    }

    /** The same of a draft that belongs to no ticket. */
    public List<DraftFile> ofDesk(DraftKind kind, int about, AgentViewer viewer) {
        return sql.of(null, kind, Math.max(0, about), viewer.id());
    }

    /**
     * Adds files to a draft, those that it has already only once. Answers which it has now; if they are too many or too
     * large, none is added.
     *
     * @param content with which the draft begins if there is none
     * @param leftOut the draft's files that shall not go along, and make room
     * @param opened when the form was: refused if its draft was sent or thrown away since; null for one that is open still
     * @throws TicketNotFound if the ticket does not exist for the viewer
     */
    @Transactional
    public Outcome<List<DraftFile>> add(
            TicketNumber number,
            DraftKind kind,
            int article,
            Map<String, String> content,
            Set<Long> leftOut,
            List<Upload> added,
            @Nullable Instant opened,
            AgentViewer by) {
        if (Drafts.isTooLong(content)) return Outcome.refused("draft.long");
        var draft = new Draft(kind, Math.max(0, article), content, clock.instant());
        if (hasEnded(number, draft, opened, by)) return Outcome.refused("draft.over");
        var id = drafts.begin(number, draft, by).orElseThrow(() -> new TicketNotFound(number));
        return add(id, leftOut, added, by);
    }

    /** The same where there is no ticket yet. */
    @Transactional
    public Outcome<List<DraftFile>> addAtDesk(
            DraftKind kind,
            int about,
            Map<String, String> content,
            Set<Long> leftOut,
            List<Upload> added,
            @Nullable Instant opened,
            AgentViewer by) {
        if (Drafts.isTooLong(content)) return Outcome.refused("draft.long");
        var draft = new Draft(kind, Math.max(0, about), content, clock.instant());
        if (hasEnded(null, draft, opened, by)) return Outcome.refused("draft.over");
        return add(drafts.beginAtDesk(draft, by.id()), leftOut, added, by);
    }

    private boolean hasEnded(@Nullable TicketNumber number, Draft draft, @Nullable Instant opened, AgentViewer by) {
        ends.turnOf(by.id());
        return opened != null && ends.hasEnded(number, draft.kind(), draft.article(), by.id(), opened);
    }

    private Outcome<List<DraftFile>> add(long draft, Set<Long> leftOut, List<Upload> added, AgentViewer by) {
        var stay = sql.of(draft).stream()
                .filter(file -> !leftOut.contains(file.id()))
                .toList();
        var fresh = added.stream().filter(file -> !isAmong(stay, file)).toList();
        return Uploads.of(Stream.concat(uploads(stay), fresh.stream()).toList()).then(all -> {
            sql.letGo(draft, leftOut);
            for (var file : fresh) keep(draft, file, by);
            return Outcome.done(sql.of(draft));
        });
    }

    private void keep(long draft, Upload file, AgentViewer by) {
        try (var bytes = file.content().open()) {
            sql.insert(
                    draft,
                    by.id(),
                    FileName.of(file.name()),
                    MediaTypeName.of(file.mediaType()),
                    files.keep(bytes),
                    clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The viewer's own files that go along with an article, but for those that its form brings anyway. Those of a draft that
     * has just been sent are still there: the same form pressed twice says the same twice.
     */
    public Outcome<List<Upload>> chosen(Collection<Long> ids, List<Upload> brought, AgentViewer viewer) {
        if (ids.isEmpty()) return Outcome.done(List.of());
        var found = sql.of(ids, viewer.id());
        if (found.size() < Set.copyOf(ids).size()) return Outcome.refused("files.gone");
        var missing = found.stream()
                .filter(file -> brought.stream().noneMatch(other -> isSame(file, other)))
                .toList();
        return Outcome.done(uploads(missing).toList());
    }

    private Stream<Upload> uploads(List<DraftFile> all) {
        return all.stream()
                .map(file -> new Upload(file.name(), file.mediaType(), file.size(), () -> files.open(file.hash())));
    }

    private static boolean isAmong(List<DraftFile> known, Upload file) {
        return known.stream().anyMatch(one -> isSame(one, file));
    }

    /** By its bytes, which are read only where everything else is the same. */
    private static boolean isSame(DraftFile known, Upload file) {
        if (known.size() != file.size() || !known.name().equals(FileName.of(file.name()))) return false;
        try (var bytes = file.content().open()) {
            return known.hash().equals(Hash.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
