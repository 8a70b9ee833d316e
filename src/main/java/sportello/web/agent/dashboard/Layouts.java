package sportello.web.agent.dashboard;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.AgentPreferences;
import sportello.identity.Viewer.AgentViewer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The dashboards of the agents, as they have set them up. */
@Component
class Layouts {
    private static final String NAME = "dashboard";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final AgentPreferences preferences;

    Layouts(AgentPreferences preferences) {
        this.preferences = preferences;
    }

    /**
     * A slot as it is stored; the names of widgets, sides and columns stay as they are.
     *
     * @param columns as an older program kept them
     */
    record Stored(
            @Nullable String widget,
            @Nullable String side,
            boolean shown,
            int rows,
            @Nullable List<String> columns,
            @Nullable List<String> order) {

        static Stored of(Slot slot) {
            return new Stored(
                    slot.kind().key(),
                    slot.side().key(),
                    slot.shown(),
                    slot.rows(),
                    null,
                    slot.columns().stream().map(Column::key).toList());
        }

        /** Nothing, if it is about something that is not there any more. */
        Optional<Slot> slot() {
            return WidgetKind.of(requireNonNullElse(widget, ""))
                    .flatMap(kind -> Side.of(requireNonNullElse(side, ""))
                            .map(found -> new Slot(kind, found, shown, rows, known())));
        }

        /** Before they had an order of their own they stood in that of the house. */
        private List<Column> known() {
            return order == null
                    ? known(requireNonNullElse(columns, List.of())).sorted().toList()
                    : known(order).toList();
        }

        private static Stream<Column> known(List<String> keys) {
            return keys.stream().flatMap(key -> Column.of(key).stream());
        }
    }

    Layout of(AgentViewer viewer) {
        return preferences.find(viewer.id(), NAME).map(Layouts::read).orElse(Layout.USUAL);
    }

    void keep(Layout layout, AgentViewer viewer) {
        preferences.keep(viewer.id(), NAME, written(layout));
    }

    void reset(AgentViewer viewer) {
        preferences.keep(viewer.id(), NAME, "[]");
    }

    static String written(Layout layout) {
        return JSON.writeValueAsString(layout.slots().stream().map(Stored::of).toList());
    }

    /** What cannot be understood is no reason to leave somebody without a dashboard. */
    static Layout read(String json) {
        try {
            return Layout.of(Arrays.stream(JSON.readValue(json, Stored[].class))
                    .filter(Objects::nonNull)
                    .flatMap(stored -> stored.slot().stream())
                    .toList());
        } catch (JacksonException odd) {
            return Layout.USUAL;
        }
    }
}
