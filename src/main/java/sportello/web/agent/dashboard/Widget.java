package sportello.web.agent.dashboard;

import java.util.List;
import sportello.agent.NewsItem;
import sportello.calendar.Appointment;
import sportello.identity.Colleague;
import sportello.ticket.QueueCount;
import sportello.ticket.TicketRow;
import sportello.web.agent.Tab;

/** One card on the dashboard, with what it shows. */
public sealed interface Widget {

    WidgetKind kind();

    /**
     * A list of tickets.
     *
     * @param tabs over the list; none where it is about the viewer alone
     * @param total how many there are, below zero where the tabs say it
     * @param more whether there are more than these
     * @param all where the whole list stands
     */
    record Tickets(
            WidgetKind kind,
            List<Tab> tabs,
            List<TicketRow> rows,
            List<Column> columns,
            int total,
            boolean more,
            String all)
            implements Widget {

        public Tickets {
            tabs = List.copyOf(tabs);
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        public List<String> keys() {
            return columns.stream().map(Column::key).toList();
        }
    }

    record Queues(List<QueueCount> counts) implements Widget {

        public Queues {
            counts = List.copyOf(counts);
        }

        @Override
        public WidgetKind kind() {
            return WidgetKind.QUEUES;
        }
    }

    record Week(WeekChart chart) implements Widget {

        @Override
        public WidgetKind kind() {
            return WidgetKind.WEEK;
        }
    }

    record Online(List<Colleague> colleagues) implements Widget {

        public Online {
            colleagues = List.copyOf(colleagues);
        }

        @Override
        public WidgetKind kind() {
            return WidgetKind.ONLINE;
        }
    }

    /** What the calendar holds for today. */
    record Today(List<Appointment> appointments) implements Widget {

        public Today {
            appointments = List.copyOf(appointments);
        }

        @Override
        public WidgetKind kind() {
            return WidgetKind.TODAY;
        }
    }

    /** The kept searches, which are counted when the page already stands. */
    record Searches() implements Widget {

        @Override
        public WidgetKind kind() {
            return WidgetKind.SEARCHES;
        }
    }

    record News(List<NewsItem> items) implements Widget {

        public News {
            items = List.copyOf(items);
        }

        @Override
        public WidgetKind kind() {
            return WidgetKind.NEWS;
        }
    }
}
