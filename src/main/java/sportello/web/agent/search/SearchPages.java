package sportello.web.agent.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queues;
import sportello.search.Findings;
import sportello.search.Found;
import sportello.search.SearchForm;
import sportello.search.Searching;
import sportello.ticket.Choices;
import sportello.ticket.ListPlace;
import sportello.ticket.Order;
import sportello.web.agent.ListedFields;

/** Puts the page of a search together. */
@Component
class SearchPages {
    private final Searching searching;
    private final Queues queues;
    private final Choices choices;
    private final ListedFields listed;

    SearchPages(Searching searching, Queues queues, Choices choices, ListedFields listed) {
        this.listed = listed;
        this.searching = searching;
        this.queues = queues;
        this.choices = choices;
    }

    /** What the search finds in this order, if it can, after the place or from the beginning. */
    Outcome<SearchPage> of(SearchForm form, Order order, Optional<ListPlace> after, AgentViewer viewer) {
        if (form.isEmpty()) return Outcome.done(page(form, null, "", false, null, viewer));
        return form.read()
                .then(criteria -> Outcome.done(
                        page(form, searching.find(criteria, order, after, viewer), "", false, null, viewer)));
    }

    /** The form again, with what was typed and why it did not work. */
    SearchPage refused(SearchForm form, String name, boolean shared, Refusal why, AgentViewer viewer) {
        return page(form, null, name, shared, why, viewer);
    }

    private SearchPage page(
            SearchForm form,
            @Nullable Findings findings,
            String name,
            boolean shared,
            @Nullable Refusal why,
            AgentViewer viewer) {
        var offered = choices.words();
        return new SearchPage(
                form,
                findings,
                queues.where(viewer, Permission.RO),
                searching.agents(viewer),
                offered.classes(),
                offered.fields(),
                listed.of(
                        offered.fields(),
                        findings == null
                                ? List.of()
                                : findings.rows().stream().map(Found::id).toList()),
                name,
                shared,
                why);
    }
}
