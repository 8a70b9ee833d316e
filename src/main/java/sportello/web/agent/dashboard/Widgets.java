package sportello.web.agent.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.agent.NewsBoard;
import sportello.calendar.Appointments;
import sportello.identity.Online;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Desk;
import sportello.ticket.DeskAsk;
import sportello.ticket.DeskList;
import sportello.ticket.DeskRows;
import sportello.ticket.FixedView;
import sportello.ticket.Narrowing;
import sportello.ticket.QueueCount;
import sportello.ticket.Stage;
import sportello.ticket.TicketFilter;
import sportello.ticket.Whose;
import sportello.web.agent.Addresses;

/** Reads what the widgets of a dashboard show: what several of them need is read once, what none needs is not read. */
@Component
class Widgets {
    private final Desk desk;
    private final Online online;
    private final NewsBoard news;
    private final Appointments appointments;
    private final Clock clock;

    Widgets(Desk desk, Online online, NewsBoard news, Appointments appointments, Clock clock) {
        this.desk = desk;
        this.online = online;
        this.news = news;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** What the lists and the summary share. */
    private record Read(Map<DeskList, DeskRows> lists, List<QueueCount> queues, LocalDate today) {}

    DashboardPage page(Layout layout, DashboardPlace place, AgentViewer viewer) {
        var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        var read = new Read(desk.lists(asks(layout, place), today, viewer), queues(layout, viewer), today);
        return new DashboardPage(
                widgets(layout.at(Side.LEFT), read, place, viewer),
                widgets(layout.at(Side.RIGHT), read, place, viewer),
                layout,
                place);
    }

    private static List<DeskAsk> asks(Layout layout, DashboardPlace place) {
        var asks = new ArrayList<DeskAsk>();
        for (var slot : layout.slots()) {
            if (!slot.shown()) continue;
            slot.kind().list().ifPresent(list -> asks.add(new DeskAsk(list, place.tab(list), slot.rows())));
        }
        return asks;
    }

    /** Also the tabs over new and open tickets count by queues. */
    private List<QueueCount> queues(Layout layout, AgentViewer viewer) {
        var needed = layout.shows(WidgetKind.QUEUES) || layout.shows(WidgetKind.NEW) || layout.shows(WidgetKind.OPEN);
        return needed ? desk.queues(viewer) : List.of();
    }

    private List<Widget> widgets(List<Slot> slots, Read read, DashboardPlace place, AgentViewer viewer) {
        return slots.stream()
                .filter(Slot::shown)
                .map(slot -> widget(slot, read, place, viewer))
                .filter(Widgets::isWorthALook)
                .toList();
    }

    private Widget widget(Slot slot, Read read, DashboardPlace place, AgentViewer viewer) {
        return switch (slot.kind()) {
            case NEW -> tickets(slot, DeskList.NEW, read, place);
            case OPEN -> tickets(slot, DeskList.OPEN, read, place);
            case LOCKED -> tickets(slot, DeskList.LOCKED, read, place);
            case RESPONSIBLE -> tickets(slot, DeskList.RESPONSIBLE, read, place);
            case REMINDERS -> tickets(slot, DeskList.REMINDERS, read, place);
            case UNASCERTAINED -> tickets(slot, DeskList.UNASCERTAINED, read, place);
            case QUEUES -> new Widget.Queues(read.queues());
            case TODAY -> new Widget.Today(appointments.of(read.today(), viewer));
            case SEARCHES -> new Widget.Searches();
            case WEEK -> new Widget.Week(WeekChart.of(desk.weekUntil(read.today(), viewer)));
            case ONLINE -> new Widget.Online(online.around(viewer));
            case NEWS -> new Widget.News(news.current(viewer.language(), viewer.authority()));
        };
    }

    /** News are there when there are some; everything else says something also by being empty. */
    private static boolean isWorthALook(Widget widget) {
        return !(widget instanceof Widget.News(var items) && items.isEmpty());
    }

    private static Widget tickets(Slot slot, DeskList list, Read read, DashboardPlace place) {
        var rows = read.lists().get(list);
        if (rows == null) throw new IllegalStateException(list + " was not read");
        var tabs = Tabs.over(list, read.queues(), place);
        return new Widget.Tickets(
                slot.kind(),
                tabs,
                rows.rows(),
                slot.columns(),
                tabs.isEmpty() ? rows.total() : -1,
                rows.more(),
                whole(list, place));
    }

    private static String whole(DeskList list, DashboardPlace place) {
        return switch (list) {
            case NEW -> Addresses.list(new TicketFilter(place.fresh(), Stage.NEW, null));
            case OPEN -> Addresses.list(new TicketFilter(place.open(), Stage.OPEN, null));
            case RESPONSIBLE -> Addresses.list(new TicketFilter(Whose.RESPONSIBLE, Stage.ACTIVE, null));
            case LOCKED -> list(FixedView.LOCKED);
            case REMINDERS -> list(FixedView.REMINDERS);
            case UNASCERTAINED -> list(FixedView.DUTIES);
        };
    }

    private static String list(FixedView view) {
        return Addresses.list(new TicketFilter(Whose.ALL, Stage.ACTIVE, null, view, Narrowing.NONE));
    }
}
