package sportello.web.agent.search;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.search.KeepingSearch;
import sportello.search.SavedSearches;
import sportello.search.SearchForm;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class SavedSearchController {
    private final SavedSearches saved;
    private final KeepingSearch keeping;
    private final SearchPages pages;
    private final Views views;

    SavedSearchController(SavedSearches saved, KeepingSearch keeping, SearchPages pages, Views views) {
        this.saved = saved;
        this.keeping = keeping;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping("/searches")
    View index(AgentViewer viewer) {
        return views.show("agent/search/searches", new SearchesPage(saved.counted(viewer)));
    }

    @PostMapping("/searches")
    View create(
            @ModelAttribute SearchForm form,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            AgentViewer viewer) {
        return switch (keeping.keep(name, shared, form, viewer)) {
            case Outcome.Done(var kept) -> views.redirect("/searches", Notice.of("searches.kept", kept));
            case Outcome.Refused(var why) ->
                views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "agent/search/search",
                        pages.refused(form, name, shared, why, viewer));
        };
    }

    /** By its name, under which only the own ones are found. */
    @PostMapping("/searches/removal")
    View remove(@RequestParam(defaultValue = "") String name, AgentViewer viewer) {
        keeping.forget(name, viewer);
        return views.redirect("/searches", Notice.of("searches.forgotten"));
    }
}
