package sportello.web.agent.ticket;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.HistoryLine;
import sportello.ticket.TicketEvent;

/** Tells the lines of a history in the reader's language. */
@Component
class HistoryWords {
    private final HistoryNames names;
    private final MessageSource messages;

    HistoryWords(HistoryNames names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    /** Newest first. */
    List<HistoryPage.Line> of(List<HistoryLine> lines, AgentViewer viewer) {
        var known = names.in(lines, viewer);
        return lines.reversed().stream()
                .map(line -> new HistoryPage.Line(
                        line.no(),
                        line.at(),
                        known.of(line.event().by(), t("history.system", viewer)),
                        sentence(line.event(), known, viewer)))
                .toList();
    }

    private String sentence(TicketEvent event, HistoryNames.Known known, AgentViewer viewer) {
        var nobody = t("fact.nobody", viewer);
        return switch (event) {
            case TicketEvent.Opened opened ->
                t(
                        opened.rule().isEmpty() ? "history.opened" : "history.opened_by_rule",
                        viewer,
                        known.of(opened.queue()),
                        known.of(opened.owner(), nobody),
                        known.of(opened.responsible(), nobody),
                        opened.rule());
            case TicketEvent.Locked _ -> t("history.locked", viewer);
            case TicketEvent.Released _ -> t("history.released", viewer);
            case TicketEvent.OwnerChanged changed ->
                t("history.owner", viewer, known.of(changed.from(), nobody), known.of(changed.to(), nobody));
            case TicketEvent.ResponsibleChanged changed ->
                t("history.responsible", viewer, known.of(changed.from(), nobody), known.of(changed.to(), nobody));
            case TicketEvent.Moved moved -> t("history.moved", viewer, known.of(moved.from()), known.of(moved.to()));
            case TicketEvent.PriorityChanged changed ->
                t(
                        "history.priority",
                        viewer,
                        t("priority." + changed.from().level(), viewer),
                        t("priority." + changed.to().level(), viewer));
            case TicketEvent.StateChanged changed ->
                t(
                        "history.state",
                        viewer,
                        t("state." + changed.from().key(), viewer),
                        t("state." + changed.to().key(), viewer));
            case TicketEvent.Noted noted -> t(noted.visible() ? "history.noted_visibly" : "history.noted", viewer);
            case TicketEvent.Called called ->
                t("history.called." + called.call().key(), viewer);
            case TicketEvent.Answered _ -> t("history.answered", viewer);
            case TicketEvent.Mailed mailed -> t(mailed.visible() ? "history.mailed_visibly" : "history.mailed", viewer);
            case TicketEvent.Forwarded forwarded ->
                t(forwarded.visible() ? "history.forwarded_visibly" : "history.forwarded", viewer, forwarded.no());
            case TicketEvent.Redirected redirected -> t("history.redirected", viewer, redirected.no());
            case TicketEvent.Resent resent -> t("history.resent", viewer, resent.address());
            case TicketEvent.FollowedUp _ -> t("history.followed_up", viewer);
            case TicketEvent.Closed closed ->
                t(closed.successful() ? "history.closed" : "history.closed_unsuccessfully", viewer);
        };
    }

    private String t(String key, AgentViewer viewer, Object... arguments) {
        return messages.getMessage(key, arguments, viewer.language().locale());
    }
}
