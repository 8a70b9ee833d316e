package sportello.web.agent.ticket;

import java.util.List;

/** What happened while somebody wrote, newest first. */
public record MeanwhilePage(List<HistoryPage.Line> lines) {

    public MeanwhilePage {
        lines = List.copyOf(lines);
    }
}
