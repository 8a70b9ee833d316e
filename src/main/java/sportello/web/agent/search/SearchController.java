package sportello.web.agent.search;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.search.SearchForm;
import sportello.ticket.ListPlace;
import sportello.ticket.Order;
import sportello.ticket.Sort;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.Views;

@Controller
class SearchController {
    private final SearchPages pages;
    private final TicketFiles tickets;
    private final Views views;

    SearchController(SearchPages pages, TicketFiles tickets, Views views) {
        this.pages = pages;
        this.tickets = tickets;
        this.views = views;
    }

    /** Whoever types nothing but the number of a ticket wants to go there. */
    @GetMapping("/search")
    View index(
            @ModelAttribute SearchForm form,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String after,
            AgentViewer viewer) {
        var ticket = named(form, viewer);
        if (ticket.isPresent()) return views.redirect("/tickets/" + ticket.get());
        var order = new Order(Sort.of(sort).orElse(Sort.CREATED), direction.equals("ascending"));
        return switch (pages.of(form, order, ListPlace.of(after), viewer)) {
            case Outcome.Done(var page) -> views.show("agent/search/search", page);
            case Outcome.Refused(var why) ->
                views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "agent/search/search",
                        pages.refused(form, "", false, why, viewer));
        };
    }

    private Optional<TicketNumber> named(SearchForm form, AgentViewer viewer) {
        if (form.asksForMore() || form.q().chars().noneMatch(Character::isDigit)) return Optional.empty();
        return TicketNumber.typed(form.q())
                .flatMap(number -> tickets.find(number, viewer))
                .map(TicketFile::number);
    }
}
