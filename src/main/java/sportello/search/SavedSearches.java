package sportello.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.base.Redaction;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Where;

/** The searches that agents keep: the own ones and those that others share. */
@Component
public class SavedSearches {
    private final SavedSearchSql saved;
    private final SearchSql search;

    SavedSearches(SavedSearchSql saved, SearchSql search) {
        this.saved = saved;
        this.search = search;
    }

    /** The viewer's own, then what others share, each by name. */
    public List<SavedSearch> of(AgentViewer viewer) {
        return saved.of(viewer);
    }

    /** The same with how many tickets each finds for the viewer, all counted in one statement. */
    @Transactional(readOnly = true)
    public List<SavedSearch.Counted> counted(AgentViewer viewer) {
        var searches = of(viewer);
        Map<Long, Where> asked = new LinkedHashMap<>();
        for (var kept : searches) {
            if (kept.form().read() instanceof Outcome.Done(var criteria))
                asked.put(
                        kept.id(),
                        Wanted.of(criteria, viewer, "s" + kept.id() + "_").inOneGo());
        }
        search.planForWords();
        var counts = saved.counts(asked, Findings.COUNTED + 1);
        return searches.stream()
                .map(kept -> new SavedSearch.Counted(kept, counts.getOrDefault(kept.id(), -1)))
                .toList();
    }

    /** Nobody looks for the person by name any more. Whoever asks has decided that it may be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Redaction names) {
        saved.redact(names);
    }
}
