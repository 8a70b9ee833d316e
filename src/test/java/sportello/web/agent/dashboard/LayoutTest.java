package sportello.web.agent.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The layout of a dashboard: as it is stored, as the form sends it, as it is moved about (S27, S34). */
class LayoutTest {

    @Test
    void a_fresh_dashboard_shows_what_everybody_needs() {
        assertThat(kinds(Layout.USUAL, Side.LEFT))
                .containsExactly(
                        WidgetKind.NEWS,
                        WidgetKind.NEW,
                        WidgetKind.OPEN,
                        WidgetKind.LOCKED,
                        WidgetKind.RESPONSIBLE,
                        WidgetKind.REMINDERS);
        assertThat(kinds(Layout.USUAL, Side.RIGHT))
                .containsExactly(
                        WidgetKind.QUEUES,
                        WidgetKind.TODAY,
                        WidgetKind.SEARCHES,
                        WidgetKind.WEEK,
                        WidgetKind.UNASCERTAINED,
                        WidgetKind.ONLINE);
        assertThat(Layout.USUAL.shows(WidgetKind.NEW)).isTrue();
        assertThat(Layout.USUAL.shows(WidgetKind.LOCKED)).isFalse();
        assertThat(Layout.USUAL.shows(WidgetKind.SEARCHES)).isFalse();
    }

    @Test
    void what_is_stored_comes_back() {
        var layout = Layout.USUAL
                .moved(WidgetKind.OPEN, Move.UP)
                .moved(WidgetKind.WEEK, Move.ACROSS)
                .moved(WidgetKind.QUEUES, Move.DOWN);

        assertThat(Layouts.read(Layouts.written(layout))).isEqualTo(layout);
    }

    @Test
    void what_is_not_there_any_more_is_passed_over() {
        var layout = Layouts.read("""
                [{"widget": "weather", "side": "left", "shown": true, "rows": 10, "columns": []},
                 {"widget": "week", "side": "left", "shown": false, "rows": 5, "columns": ["smell"], "colour": "red"},
                 {"widget": "open", "side": "middle", "shown": false},
                 {"widget": "week", "side": "right", "shown": true},
                 null, {}]
                """);

        assertThat(layout.of(WidgetKind.WEEK)).isEqualTo(new Slot(WidgetKind.WEEK, Side.LEFT, false, 5, List.of()));
        assertThat(layout.of(WidgetKind.OPEN)).isEqualTo(WidgetKind.OPEN.usual());
        assertThat(layout.slots()).hasSameSizeAs(WidgetKind.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "7", "\"new\"", "[[]]", "[{\"rows\": \"many\"}]"})
    void what_cannot_be_understood_leaves_a_fresh_dashboard(String json) {
        assertThat(Layouts.read(json)).isEqualTo(Layout.USUAL);
    }

    @Test
    void a_widget_of_which_nothing_is_said_stands_last_as_usual() {
        var week = new Slot(WidgetKind.WEEK, Side.LEFT, true, 10, List.of());

        assertThat(kinds(Layout.of(List.of(week)), Side.LEFT))
                .startsWith(WidgetKind.WEEK, WidgetKind.NEWS, WidgetKind.NEW)
                .hasSize(7);
    }

    @Test
    void a_list_has_only_as_many_rows_as_are_on_offer() {
        assertThat(slot(25).rows()).isEqualTo(25);
        assertThat(slot(0).rows()).isEqualTo(10);
        assertThat(slot(1_000_000).rows()).isEqualTo(10);
    }

    @Test
    void up_and_down_stay_within_the_column() {
        var moved = Layout.USUAL.moved(WidgetKind.OPEN, Move.UP);

        assertThat(kinds(moved, Side.LEFT)).startsWith(WidgetKind.NEWS, WidgetKind.OPEN, WidgetKind.NEW);
        assertThat(kinds(moved, Side.RIGHT)).isEqualTo(kinds(Layout.USUAL, Side.RIGHT));
        assertThat(Layout.USUAL.moved(WidgetKind.QUEUES, Move.UP)).isEqualTo(Layout.USUAL);
        assertThat(Layout.USUAL.moved(WidgetKind.ONLINE, Move.DOWN)).isEqualTo(Layout.USUAL);
    }

    @Test
    void across_goes_to_the_end_of_the_other_column() {
        var moved = Layout.USUAL.moved(WidgetKind.NEW, Move.ACROSS);

        assertThat(kinds(moved, Side.LEFT)).doesNotContain(WidgetKind.NEW);
        assertThat(kinds(moved, Side.RIGHT)).endsWith(WidgetKind.ONLINE, WidgetKind.NEW);
        assertThat(moved.of(WidgetKind.NEW).columns())
                .isEqualTo(WidgetKind.NEW.usual().columns());
    }

    @Test
    void the_form_says_order_side_rows_and_columns() {
        var form = form(
                "left",
                "week",
                "left",
                "new",
                "right",
                "queues",
                "on",
                "new",
                "rows.new",
                "25",
                "columns.new",
                "state",
                "columns.new",
                "owner");

        assertThat(kinds(form.layout(), Side.LEFT)).startsWith(WidgetKind.WEEK, WidgetKind.NEW);
        assertThat(form.layout().of(WidgetKind.NEW))
                .isEqualTo(new Slot(WidgetKind.NEW, Side.LEFT, true, 25, List.of(Column.STATE, Column.OWNER)));
        assertThat(form.layout().shows(WidgetKind.WEEK)).isFalse();
        assertThat(form.layout().shows(WidgetKind.QUEUES)).isFalse();
    }

    @Test
    void a_button_moves_a_column_within_its_list() {
        String[] columns = {"left", "new", "columns.new", "state", "columns.new", "owner", "columns.new", "queue"};
        assertThat(columns(columns, "earlier", "new.owner")).containsExactly(Column.OWNER, Column.STATE, Column.QUEUE);
        assertThat(columns(columns, "later", "new.owner")).containsExactly(Column.STATE, Column.QUEUE, Column.OWNER);
        assertThat(columns(columns, "earlier", "new.state")).containsExactly(Column.STATE, Column.OWNER, Column.QUEUE);
        assertThat(columns(columns, "later", "new.priority")).containsExactly(Column.STATE, Column.OWNER, Column.QUEUE);
        assertThat(columns(columns, "later", "storm.x")).containsExactly(Column.STATE, Column.OWNER, Column.QUEUE);
    }

    @Test
    void the_order_of_the_columns_is_kept_and_what_was_kept_without_one_stands_as_it_stood() {
        var slot = new Slot(WidgetKind.NEW, Side.LEFT, true, 10, List.of(Column.OWNER, Column.CUSTOMER));
        assertThat(Layouts.read(Layouts.written(Layout.of(List.of(slot))))
                        .of(WidgetKind.NEW)
                        .columns())
                .containsExactly(Column.OWNER, Column.CUSTOMER);
        var old = """
                [{"widget": "new", "side": "left", "shown": true, "rows": 10, "columns": ["customer", "priority", "state"]}]
                """;
        assertThat(Layouts.read(old).of(WidgetKind.NEW).columns())
                .containsExactly(Column.CUSTOMER, Column.STATE, Column.PRIORITY);
    }

    private static List<Column> columns(String[] fields, String button, String pressed) {
        var all = Stream.concat(Stream.of(fields), Stream.of(button, pressed)).toArray(String[]::new);
        return form(all).layout().of(WidgetKind.NEW).columns();
    }

    @Test
    void a_button_moves_what_the_form_has_just_set() {
        var form = form("left", "new", "left", "open", "on", "new", "move", "up.open");

        assertThat(kinds(form.layout(), Side.LEFT)).startsWith(WidgetKind.OPEN, WidgetKind.NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "up", "up.", "up.weather", "sideways.new", ".", "up.new.new"})
    void a_button_that_does_not_exist_moves_nothing(String move) {
        assertThat(kinds(form("left", "new", "left", "open", "move", move).layout(), Side.LEFT))
                .startsWith(WidgetKind.NEW, WidgetKind.OPEN);
    }

    @Test
    void a_form_made_up_by_somebody_does_no_harm() {
        var form = form(
                "left", "weather", "left", "new", "right", "new", "on", "storm", "rows.new", "-1", "columns.new", "x");

        assertThat(form.layout().of(WidgetKind.NEW))
                .isEqualTo(new Slot(WidgetKind.NEW, Side.LEFT, false, 10, List.of()));
        assertThat(form.layout().slots()).hasSameSizeAs(WidgetKind.values());
    }

    private static List<WidgetKind> kinds(Layout layout, Side side) {
        return layout.at(side).stream().map(Slot::kind).toList();
    }

    private static Slot slot(int rows) {
        return new Slot(WidgetKind.NEW, Side.LEFT, true, rows, List.of());
    }

    private static LayoutForm form(String... namesAndValues) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) fields.add(namesAndValues[i], namesAndValues[i + 1]);
        return new LayoutForm(fields);
    }
}
