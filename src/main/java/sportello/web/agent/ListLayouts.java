package sportello.web.agent;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.agent.AgentPreferences;
import sportello.identity.Viewer.AgentViewer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how each agent likes lists to look. */
@Component
class ListLayouts {
    private static final String NAME = "list";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AgentPreferences preferences;

    ListLayouts(AgentPreferences preferences) {
        this.preferences = preferences;
    }

    ListLayout of(AgentViewer viewer) {
        return preferences.find(viewer.id(), NAME).map(ListLayouts::read).orElse(ListLayout.USUAL);
    }

    void keep(ListLayout layout, AgentViewer viewer) {
        var columns = layout.columns().stream().map(Column::key).toList();
        preferences.keep(
                viewer.id(),
                NAME,
                JSON.writeValueAsString(new Kept(layout.size().key(), columns)));
    }

    private record Kept(String size, List<String> columns) {}

    /** What an older or newer program kept is understood as far as possible. */
    private static ListLayout read(String json) {
        try {
            var kept = JSON.readTree(json);
            var columns = kept.path("columns")
                    .valueStream()
                    .flatMap(column -> Column.of(column.asString("")).stream())
                    .toList();
            return new ListLayout(
                    RowSize.of(kept.path("size").asString("")).orElse(RowSize.MEDIUM),
                    columns.isEmpty() ? Column.USUAL : columns);
        } catch (JacksonException odd) {
            return ListLayout.USUAL;
        }
    }
}
