package sportello.web.agent.opening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Draft;
import sportello.ticket.DraftFile;
import sportello.ticket.DraftFiles;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;

/** Tickets that were begun to be opened, until they are: one by each way, and from each person's page. */
@Component
class OpeningDrafts {
    private final Drafts drafts;
    private final DraftFiles files;

    OpeningDrafts(Drafts drafts, DraftFiles files) {
        this.drafts = drafts;
        this.files = files;
    }

    Optional<Draft> find(OpeningForm typed, AgentViewer viewer) {
        return drafts.findAtDesk(kind(typed), typed.about(), viewer);
    }

    /** Of a form in which nothing stands, and that has no files, there is nothing to keep. */
    boolean keep(OpeningForm typed, AgentViewer viewer) {
        if (typed.isBlank() && files(typed, viewer).isEmpty()) {
            drafts.emptyAtDesk(kind(typed), typed.about(), viewer);
            return true;
        }
        return drafts.keepAtDesk(kind(typed), typed.about(), typed.content(), viewer) instanceof Outcome.Done;
    }

    /** The form as it is shown again: the files that came with it are among those of the draft, if they could be kept. */
    OpeningForm refused(OpeningForm typed, AgentViewer viewer) {
        if (!typed.hasFiles()) {
            keep(typed, viewer);
            return typed;
        }
        drafts.keepAtDesk(kind(typed), typed.about(), typed.content(), viewer);
        return switch (add(typed, null, viewer)) {
            case Outcome.Done<List<DraftFile>>(var all) -> typed.saved(all);
            case Outcome.Refused<List<DraftFile>> _ -> typed;
        };
    }

    /** The files that are saved with the draft. */
    List<DraftFile> files(OpeningForm typed, AgentViewer viewer) {
        return files.ofDesk(kind(typed), typed.about(), viewer);
    }

    /** Keeps the files that came with the form, unless its draft is over since it was opened. */
    Outcome<List<DraftFile>> add(OpeningForm typed, @Nullable Instant opened, AgentViewer viewer) {
        return files.addAtDesk(
                kind(typed), typed.about(), typed.content(), typed.saved().leftOut(), typed.added(), opened, viewer);
    }

    void discard(OpeningForm typed, AgentViewer viewer) {
        drafts.discardAtDesk(kind(typed), typed.about(), viewer);
    }

    private static DraftKind kind(OpeningForm typed) {
        return switch (typed.way()) {
            case PHONE -> DraftKind.OPENING_PHONE;
            case EMAIL -> DraftKind.OPENING_EMAIL;
        };
    }
}
