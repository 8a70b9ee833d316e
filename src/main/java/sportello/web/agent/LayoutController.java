package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriUtils;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Choices;
import sportello.web.Views;

/** How lists of tickets look for the agent who looks: the size of their rows, their columns. */
@Controller
class LayoutController {
    private static final String PATH = "/agent/tickets/layout";

    private final ListLayouts layouts;
    private final Choices choices;
    private final Views views;

    LayoutController(ListLayouts layouts, Choices choices, Views views) {
        this.layouts = layouts;
        this.choices = choices;
        this.views = views;
    }

    @GetMapping(PATH)
    View edit(@RequestParam(defaultValue = "") String from, AgentViewer viewer) {
        return views.show(
                "agent/list/layout",
                new LayoutPage(
                        layouts.of(viewer),
                        choices.offered().asked(),
                        ListAddress.parse(from).text()));
    }

    /**
     * Back to the list; without a script a column is moved one place at a time, and then the form stays.
     *
     * @param column those to show, in their order
     */
    @PostMapping(PATH)
    View update(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable String size,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(defaultValue = "") String earlier,
            @RequestParam(defaultValue = "") String later,
            AgentViewer viewer) {
        var layout = asked(layouts.of(viewer), size, column);
        var first = Column.of(earlier).map(layout::earlier).orElse(layout);
        layouts.keep(Column.of(later).map(first::later).orElse(first), viewer);
        var list = ListAddress.parse(from).text();
        return earlier.isEmpty() && later.isEmpty()
                ? views.redirect(list)
                : views.redirect(PATH + "?from=" + UriUtils.encode(list, UTF_8));
    }

    private static ListLayout asked(ListLayout now, @Nullable String size, @Nullable List<String> columns) {
        var sized = size == null ? now : now.sized(RowSize.of(size).orElse(now.size()));
        return columns == null
                ? sized
                : sized.showing(
                        columns.stream().flatMap(key -> Column.of(key).stream()).toList());
    }
}
