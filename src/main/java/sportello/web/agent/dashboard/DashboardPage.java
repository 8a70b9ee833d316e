package sportello.web.agent.dashboard;

import java.util.List;

/** What an agent sees first: the widgets of both columns, and how they are set up. */
public record DashboardPage(List<Widget> left, List<Widget> right, Layout layout, DashboardPlace place) {

    public DashboardPage {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    public boolean isEmpty() {
        return left.isEmpty() && right.isEmpty();
    }
}
