package sportello.web.agent.ticket;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sequel;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

/** What comes after an action on a ticket: its page, saying what happened or why nothing did. */
@Component
class Afterwards {
    private final TicketPages pages;
    private final Views views;

    Afterwards(TicketPages pages, Views views) {
        this.pages = pages;
        this.views = views;
    }

    /** For an action of one click: a refusal stands above the ticket. */
    View of(Outcome<Trace> outcome, TicketNumber number, Notice notice, AgentViewer viewer) {
        return of(outcome, number, 0, notice, viewer);
    }

    /** The same for an action on one article, which lies open afterwards. */
    View of(Outcome<Trace> outcome, TicketNumber number, int article, Notice notice, AgentViewer viewer) {
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> done(trace, number, article, notice);
            case Outcome.Refused<Trace>(var why) ->
                views.show(statusOf(why), "agent/ticket/ticket", pages.of(number, article, viewer, why));
        };
    }

    /** To the ticket; where nothing had to change there is nothing to say. */
    View done(Trace trace, TicketNumber number, Notice notice) {
        return done(trace, number, 0, notice);
    }

    private View done(Trace trace, TicketNumber number, int article, Notice notice) {
        var line = trace.line();
        return views.redirect(
                "/tickets/" + number + (article == 0 ? "" : "?article=" + article),
                line == null ? null : notice.about(line.value()));
    }

    /** @param stays what is said of a mail where the ticket stays as it is */
    static Notice notice(String stays, Outcome<Sequel> sequel) {
        return switch (sequel) {
            case Outcome.Done<Sequel>(Sequel.Close _) -> Notice.of("notice.sent_and_closed");
            case Outcome.Done<Sequel>(Sequel.Wait _) -> Notice.of("notice.sent_and_postponed");
            case Outcome.Done<Sequel>(Sequel.Stay _), Outcome.Refused<Sequel> _ -> Notice.of(stays);
        };
    }

    /** The same of what was written down and mailed to nobody. */
    static Notice noticeOfNote(String stays, Outcome<Sequel> sequel) {
        return switch (sequel) {
            case Outcome.Done<Sequel>(Sequel.Close _) -> Notice.of("notice.written_and_closed");
            case Outcome.Done<Sequel>(Sequel.Wait _) -> Notice.of("notice.written_and_postponed");
            case Outcome.Done<Sequel>(Sequel.Stay _), Outcome.Refused<Sequel> _ -> Notice.of(stays);
        };
    }

    /** 409 if the ticket stood in the way, 422 if it was what somebody wrote. */
    static HttpStatus statusOf(Refusal refusal) {
        return refusal.message().startsWith("ticket.") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
