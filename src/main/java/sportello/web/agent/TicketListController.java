package sportello.web.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.ticket.Choices;
import sportello.ticket.Desk;
import sportello.ticket.QueueCount;
import sportello.ticket.TicketLists;
import sportello.ticket.TicketPart;
import sportello.ticket.TicketRow;
import sportello.web.NotFound;
import sportello.web.Views;

@Controller
class TicketListController {
    private static final int ROWS = 50;

    private final TicketLists lists;
    private final Desk desk;
    private final Agents agents;
    private final Choices choices;
    private final ListLayouts layouts;
    private final ListedFields listed;
    private final ListExport export;
    private final LastList last;
    private final Views views;

    TicketListController(
            TicketLists lists,
            Desk desk,
            Agents agents,
            Choices choices,
            ListLayouts layouts,
            ListedFields listed,
            ListExport export,
            LastList last,
            Views views) {
        this.lists = lists;
        this.desk = desk;
        this.agents = agents;
        this.choices = choices;
        this.layouts = layouts;
        this.listed = listed;
        this.export = export;
        this.last = last;
        this.views = views;
    }

    /** From the menu, back to the list that was looked at last. */
    @GetMapping(path = ListAddress.PATH, params = "again")
    View again(HttpServletRequest request, AgentViewer viewer) {
        return views.redirect(last.of(viewer, request).text());
    }

    @GetMapping(path = ListAddress.PATH, params = "!again")
    View index(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(defaultValue = "") String came,
            HttpServletRequest request,
            HttpServletResponse response,
            AgentViewer viewer) {
        var address = ListAddress.read(asked);
        last.keep(address, viewer, request, response);
        var queues = desk.queues(viewer);
        var name = nameOf(address.filter().queue(), queues);
        var layout = layouts.of(viewer);
        var part = part(address, viewer);
        var words = choices.words();
        return views.show(
                "agent/tickets",
                new TicketListPage(
                        address,
                        name,
                        queues,
                        part,
                        layout.size() == RowSize.PREVIEW ? lists.previews(part.rows()) : Map.of(),
                        layout,
                        agents.withAny(Permission.RW, viewer.grants().groupsFor(Permission.RO)),
                        words.classes(),
                        listed.of(
                                words.fields(),
                                part.rows().stream().map(TicketRow::id).toList()),
                        came));
    }

    /** The whole list, as it is filtered and sorted, from its beginning. */
    @GetMapping(ListAddress.PATH + "/export")
    View export(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(defaultValue = "csv") String format,
            AgentViewer viewer) {
        var address = ListAddress.read(asked);
        var part = lists.first(viewer, address.filter(), address.order(), ListExport.MOST);
        return export.of(part.rows(), part.next().isPresent(), format, viewer);
    }

    private TicketPart part(ListAddress address, AgentViewer viewer) {
        var after = address.after();
        var before = address.before();
        if (after != null) return lists.after(after, viewer, address.filter(), address.order(), ROWS);
        if (before != null) return lists.before(before, viewer, address.filter(), address.order(), ROWS);
        return lists.first(viewer, address.filter(), address.order(), ROWS);
    }

    private static @Nullable String nameOf(@Nullable QueueId queue, List<QueueCount> queues) {
        if (queue == null) return null;
        return queues.stream()
                .filter(count -> count.id().equals(queue))
                .findFirst()
                .orElseThrow(NotFound::new)
                .name();
    }
}
