package sportello.web.agent.search;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.search.SearchForm;
import sportello.search.Suggestion;
import sportello.search.Suggestions;
import sportello.ticket.Stage;
import sportello.web.Views;
import sportello.web.agent.Addresses;

/** What the box on top shows while somebody types: a piece of a page. */
@Controller
class SuggestionController {
    private final Suggestions suggestions;
    private final Views views;

    SuggestionController(Suggestions suggestions, Views views) {
        this.suggestions = suggestions;
        this.views = views;
    }

    @GetMapping("/search/suggestions")
    View index(@RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        var lines = suggestions.of(q, viewer).stream()
                .map(SuggestionController::line)
                .toList();
        return views.show("agent/search/suggestions", new SuggestionsPage(lines));
    }

    private static SuggestionsPage.Line line(Suggestion found) {
        return switch (found.kind()) {
            case TICKET ->
                new SuggestionsPage.Line("message", "/tickets/" + found.key(), found.label(), found.detail());
            case QUEUE ->
                new SuggestionsPage.Line(
                        "inbox",
                        Addresses.list(new QueueId(Long.parseLong(found.key())), Stage.ACTIVE),
                        found.label(),
                        "");
            case CUSTOMER ->
                new SuggestionsPage.Line(
                        "users",
                        SearchAddresses.of(new SearchForm(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                found.key(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)),
                        found.label(),
                        found.detail());
        };
    }
}
