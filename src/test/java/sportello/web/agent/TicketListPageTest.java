package sportello.web.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Choice;
import sportello.ticket.FixedView;
import sportello.ticket.OfferedClasses;
import sportello.ticket.Order;
import sportello.ticket.QueueCount;
import sportello.ticket.Stage;
import sportello.ticket.TicketFilter;
import sportello.ticket.TicketId;
import sportello.ticket.TicketPart;
import sportello.ticket.TicketRow;
import sportello.ticket.Whose;
import sportello.web.Pages;

class TicketListPageTest {
    private static final List<TicketRow> ROWS = IntStream.range(0, 30)
            .mapToObj(i -> i % 2 == 0 ? Morning.FRESH.get(i % 4) : Morning.OPEN.get(i % 3))
            .toList();

    @Test
    void a_list_shows_its_ways_its_columns_and_the_row_that_one_came_from() throws Exception {
        var came = ROWS.get(2).number().value();
        for (var theme : List.of("light", "dark")) {
            assertThat(render("tickets-" + theme, theme, page("/agent/tickets", ListLayout.USUAL, came)))
                    .contains("Tutte le code", "Pagina successiva", "Chiusure senza successo da verificare")
                    .contains("id=\"ticket-" + came + "\" class=\"is-new is-here\"", ", il ticket appena visto")
                    .containsSubsequence(
                            "Ticket#", "Tempo trascorso", "Titolo", "Cliente", "Coda", "Stato", "Priorità");
        }
    }

    @Test
    void what_narrows_it_stands_above_and_can_be_taken_back() throws Exception {
        var html = render(
                "tickets-narrowed",
                "light",
                page("/agent/tickets?priority=4&owner=me&customer=roccalba&lock=free", ListLayout.USUAL, ""));

        assertThat(html)
                .contains("4 alta", "Comune di Roccalba", "liberi")
                .contains("href=\"/agent/tickets?owner=me&amp;customer=roccalba&amp;lock=free\"")
                .contains("Togli: Priorità");
    }

    @Test
    void other_columns_and_a_preview_stand_where_the_agent_put_them() throws Exception {
        var layout = new ListLayout(
                RowSize.PREVIEW, List.of(Column.TITLE, Column.CHANGED, Column.RESPONSIBLE, Column.PENDING));
        var html = render("tickets-preview", "light", page("/agent/tickets?sort=changed", layout, ""));

        assertThat(html)
                .containsSubsequence("Ticket#", "Titolo", "Modificato", "Responsabile", "In attesa fino al")
                .contains("Buongiorno, i nuovi orari", "aria-sort=\"descending\"", "Carla Neri")
                .contains("Ultima modifica", "Togli: Ordina per")
                .doesNotContain("Tempo trascorso");
    }

    @Test
    void an_address_says_what_it_is_read_from() {
        for (var address : List.of(
                "/agent/tickets",
                "/agent/tickets?queue=3&state=closed&tab=mine",
                "/agent/tickets?view=watched&sort=changed&direction=ascending&after=1764000000000000-7",
                "/agent/tickets?priority=5&owner=12&customer=CITT%C3%80%20%26%20CO&lock=locked&before=4-1-2",
                "/agent/tickets?view=unascertained&owner=nobody")) {
            assertThat(ListAddress.parse(address).text()).isEqualTo(address);
        }
    }

    @Test
    void what_makes_no_sense_in_an_address_is_not_heard() {
        var usual = new TicketFilter(Whose.ALL, Stage.ACTIVE, null);
        for (var address : List.of(
                "",
                "//evil.example/agent/tickets",
                "https://evil.example",
                "/agent",
                "/agent/tickets?customer=%00",
                "/agent/tickets?customer=%zz",
                "/agent/tickets?queue=x&priority=9&owner=he&sort=shoe&after=1&lock=maybe&view=none")) {
            assertThat(ListAddress.parse(address)).isEqualTo(ListAddress.of(usual));
        }
        var twice = new LinkedMultiValueMap<String, String>();
        twice.addAll("view", List.of("unascertained", "locked"));
        twice.add("state", "new");
        assertThat(ListAddress.read(twice).filter().view()).isEqualTo(FixedView.UNASCERTAINED);
        assertThat(ListAddress.read(twice).filter().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void columns_move_one_place_and_the_number_is_always_there() {
        var layout = new ListLayout(RowSize.SMALL, List.of(Column.TITLE, Column.AGE, Column.TITLE));

        assertThat(layout.columns()).containsExactly(Column.TICKET, Column.TITLE, Column.AGE);
        assertThat(layout.earlier(Column.AGE).columns()).containsExactly(Column.TICKET, Column.AGE, Column.TITLE);
        assertThat(layout.later(Column.AGE).columns()).isEqualTo(layout.columns());
        assertThat(layout.all()).hasSameSizeAs(Column.values()).startsWith(Column.TICKET, Column.TITLE, Column.AGE);
    }

    /** Of a queue that is valid no more only the ticket itself knows. */
    @Test
    void a_key_counts_that_is_held_in_a_queue_of_the_list() {
        var grants = new Grants(
                Map.of(new GroupId(1), Set.of(Permission.RO), new GroupId(2), Set.of(Permission.RO, Permission.CLOSE)));
        var agent = new AgentViewer(
                new AgentId(1), "Ugo", "Valli", Language.ITALIAN, ZoneOffset.UTC, "system", false, false, grants);
        assertThat(alone(Morning.QUEUES).isHeld(Permission.RO, agent)).isTrue();
        assertThat(alone(Morning.QUEUES).isHeld(Permission.CLOSE, agent)).isFalse();
        assertThat(alone(List.of()).isHeld(Permission.CLOSE, agent)).isTrue();
        assertThat(alone(List.of()).isHeld(Permission.NOTE, agent)).isFalse();
    }

    /** All on one page. */
    private static TicketListPage alone(List<QueueCount> queues) {
        var list = ListAddress.parse("/agent/tickets");
        return new TicketListPage(
                list,
                null,
                queues,
                new TicketPart(Morning.OPEN, list.order(), false, false),
                Map.of(),
                ListLayout.USUAL,
                List.of(),
                OfferedClasses.NONE,
                new OwnColumns(List.of(), false, Map.of()),
                "");
    }

    private static TicketListPage page(String address, ListLayout layout, String came) {
        var list = ListAddress.parse(address);
        var previews = layout.size() == RowSize.PREVIEW
                ? Map.of(ROWS.getFirst().id(), "Buongiorno, i nuovi orari della biblioteca saranno: lunedì 14-18 …")
                : Map.<TicketId, String>of();
        return new TicketListPage(
                list,
                null,
                Morning.QUEUES,
                new TicketPart(ROWS, new Order(list.order().by(), false), false, true),
                previews,
                layout,
                List.of(),
                new OfferedClasses(List.of(new Choice(1, "Guasto")), List.of(new Choice(2, "Energia › Calore"))),
                new OwnColumns(List.of(), false, Map.of()),
                came);
    }

    private static String render(String name, String theme, TicketListPage page) throws Exception {
        var shell = Pages.shell(Pages.laura(Language.ITALIAN, theme), Language.ITALIAN, Morning.NOW, "/agent/tickets");
        return Pages.render(name, "agent/tickets", shell, page);
    }
}
