package sportello.web.agent.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.web.agent.Morning.FRESH;
import static sportello.web.agent.Morning.NOW;
import static sportello.web.agent.Morning.OPEN;
import static sportello.web.agent.Morning.QUEUES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sportello.agent.AgentId;
import sportello.agent.NewsItem;
import sportello.base.Language;
import sportello.calendar.Appointment;
import sportello.calendar.AppointmentId;
import sportello.identity.Colleague;
import sportello.ticket.DayCount;
import sportello.ticket.DeskList;
import sportello.ticket.QueueCount;
import sportello.ticket.TicketNumber;
import sportello.ticket.TicketRow;
import sportello.ticket.Whose;
import sportello.web.Pages;
import sportello.web.agent.Tab;

class DashboardPageTest {
    private static final DashboardPlace PLACE = new DashboardPlace(Whose.ALL, Whose.ALL, false);

    @Test
    void the_dashboard_shows_its_widgets_in_both_languages_and_themes() throws Exception {
        var italian = render("dashboard-it", Language.ITALIAN, "light", page(FRESH, OPEN, QUEUES));
        render("dashboard-dark", Language.ITALIAN, "dark", page(FRESH, OPEN, QUEUES));
        var english = render("dashboard-en", Language.ENGLISH, "system", page(FRESH, OPEN, QUEUES));

        assertThat(italian)
                .contains("Nuovi ticket", "Ticket aperti", "Riepilogo coda dei ticket", "Statistiche ultimi 7 giorni")
                .contains("Buongiorno, Laura", "lunedì 23 novembre 2026")
                .containsSubsequence(
                        "Ticket assegnati a me",
                        "Ticket di cui sono responsabile",
                        "Ticket nelle mie code",
                        "Tutti i ticket");
        assertThat(english).contains("New tickets", "Open tickets", "Good morning, Laura");
    }

    @Test
    void an_empty_desk_says_what_to_do_next() throws Exception {
        assertThat(render("dashboard-empty", Language.ITALIAN, "light", page(List.of(), List.of(), List.of())))
                .contains("nessuno", "ne prenda uno fra i nuovi");
    }

    @Test
    void news_and_colleagues_stand_beside_the_tickets() throws Exception {
        var news =
                new Widget.News(List.of(new NewsItem("Fermo <b>programmato</b>", "Domani dalle 18.\nSalvate.", NOW)));
        var online = new Widget.Online(List.of(
                new Colleague(new AgentId(1), "Laura Bassi", NOW), new Colleague(new AgentId(2), "Mario Ferri", NOW)));
        var page = new DashboardPage(List.of(news), List.of(online), Layout.USUAL, PLACE.with(true));

        assertThat(render("dashboard-news", Language.ITALIAN, "light", page))
                .contains("Novità", "Fermo &lt;b&gt;programmato&lt;/b&gt;", "Chi è in linea", "Mario Ferri")
                .containsOnlyOnce("(lei)")
                .contains("Impostazioni del cruscotto", "name=\"columns.new\" value=\"queue\" checked")
                .doesNotContain("name=\"columns.new\" value=\"state\" checked")
                .doesNotContain("name=\"on\" value=\"locked\" checked");
    }

    @Test
    void today_tells_ones_own_appointments_from_others() throws Exception {
        var mine = appointment(1, "Sopralluogo in biblioteca", 1, "Laura Bassi", new TicketNumber("2026112310000076"));
        var other = appointment(2, "Riunione", 2, "Carla Neri", null);
        var page = new DashboardPage(
                List.of(), List.of(new Widget.Today(List.of(mine, other)), new Widget.Searches()), Layout.USUAL, PLACE);

        assertThat(render("dashboard-today", Language.ITALIAN, "light", page))
                .contains("Calendario di oggi", "<span class=\"tally\">2</span>", "11:00", "Roccalba")
                .containsOnlyOnce("/edit\"")
                .contains("/calendar/appointments/1/edit", "href=\"/tickets/2026112310000076\"")
                .contains("Ricerche salvate", "src=\"/searches\"");
        var free = new DashboardPage(List.of(new Widget.Today(List.of())), List.of(), Layout.USUAL, PLACE);
        assertThat(render("dashboard-free", Language.ITALIAN, "light", free)).contains("Nessun appuntamento per oggi.");
    }

    private static Appointment appointment(
            long id, String title, long agent, String name, @Nullable TicketNumber ticket) {
        var begins = Instant.parse("2026-11-23T10:00:00Z");
        return new Appointment(
                new AppointmentId(id),
                title,
                "Roccalba",
                "",
                begins,
                begins.plusSeconds(3600),
                false,
                new AgentId(agent),
                name,
                ticket);
    }

    @Test
    void a_list_shows_the_columns_that_were_chosen() throws Exception {
        var plain = new Widget.Tickets(
                WidgetKind.LOCKED, List.of(), FRESH, List.of(), 31, true, "/agent/tickets?view=locked");
        var page = new DashboardPage(List.of(plain), List.of(), Layout.USUAL, PLACE);

        assertThat(render("dashboard-plain", Language.ITALIAN, "light", page))
                .contains(
                        "Bloccati da me",
                        "<span class=\"tally\">31</span>",
                        "I primi 4 di 31",
                        "Mostra tutti",
                        "/agent/tickets?view=locked",
                        "Tempo trascorso")
                .doesNotContain("Comune di Roccalba", "class=\"queue\"", "class=\"pill");
    }

    @Test
    void the_columns_stand_in_the_order_that_was_chosen() throws Exception {
        var columns = List.of(Column.STATE, Column.CUSTOMER);
        var list = new Widget.Tickets(WidgetKind.LOCKED, List.of(), FRESH, columns, 4, false, "/agent/tickets");
        var page = new DashboardPage(List.of(list), List.of(), Layout.USUAL, PLACE);

        assertThat(render("dashboard-order", Language.ITALIAN, "light", page))
                .containsSubsequence(
                        "<th class=\"state fit\"", "<th class=\"customer\"", "fit state", "Comune di Roccalba");
    }

    @Test
    void the_counters_of_the_tabs_add_up_over_the_queues() {
        var tabs = Tabs.over(DeskList.NEW, QUEUES, PLACE);

        assertThat(tabs).extracting(Tab::count).containsExactly(6, 6, 1, 8);
        assertThat(tabs).filteredOn(Tab::active).extracting(Tab::key).containsExactly("tab.all");
        assertThat(tabs)
                .extracting(Tab::address)
                .containsExactly("/agent?new=mine", "/agent?new=responsible", "/agent?new=queues", "/agent");
        assertThat(Tabs.over(DeskList.LOCKED, QUEUES, PLACE)).isEmpty();
    }

    @Test
    void the_week_can_be_read_without_the_picture() throws Exception {
        assertThat(render("dashboard-week", Language.ITALIAN, "light", page(FRESH, OPEN, QUEUES)))
                .containsSubsequence("Mostra i numeri", "martedì 17/11", "9</td>", "8</td>", "lunedì 23/11");
    }

    @Test
    void the_bars_of_the_week_fit_the_drawing() {
        var chart = WeekChart.of(days());

        assertThat(chart.created()).isEqualTo(64);
        assertThat(chart.days()).allSatisfy(day -> {
            assertThat(day.created().top()).isBetween(0, 100);
            assertThat(day.closed().height()).isBetween(0, 100);
        });
        assertThat(WeekChart.of(List.of(new DayCount(LocalDate.EPOCH, 0, 0)))
                        .days()
                        .getFirst()
                        .created()
                        .height())
                .isZero();
    }

    private static String render(String name, Language language, String theme, DashboardPage page) throws Exception {
        return Pages.render(
                name,
                "agent/dashboard/dashboard",
                Pages.shell(Pages.laura(language, theme), language, NOW, "/agent"),
                page);
    }

    private static DashboardPage page(List<TicketRow> fresh, List<TicketRow> open, List<QueueCount> queues) {
        return new DashboardPage(
                List.of(
                        tickets(WidgetKind.NEW, DeskList.NEW, fresh, queues),
                        tickets(WidgetKind.OPEN, DeskList.OPEN, open, queues)),
                List.of(new Widget.Queues(queues), new Widget.Week(WeekChart.of(days()))),
                Layout.USUAL,
                PLACE);
    }

    private static Widget tickets(WidgetKind kind, DeskList list, List<TicketRow> rows, List<QueueCount> queues) {
        var columns = kind.usual().columns();
        return new Widget.Tickets(kind, Tabs.over(list, queues, PLACE), rows, columns, -1, true, "/agent/tickets");
    }

    private static List<DayCount> days() {
        int[] created = {9, 12, 8, 14, 10, 2, 9};
        int[] closed = {8, 11, 6, 11, 12, 1, 10};
        return IntStream.range(0, 7)
                .mapToObj(i -> new DayCount(LocalDate.of(2026, 11, 17 + i), created[i], closed[i]))
                .toList();
    }
}
