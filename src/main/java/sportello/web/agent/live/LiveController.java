package sportello.web.agent.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewers;
import sportello.notification.Inbox;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;

/**
 * Tells open pages to look again (server-sent events). The news say nothing but at what: what the reader may see is
 * decided when it is read again. The stream ends after a while, and as soon as the reader loses the session or a key, so that
 * rights are looked up anew.
 */
@Controller
class LiveController {
    private static final String HERE = "id: 1\ndata: here\n\n";
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final int BEATS = 20;

    private final Live live;
    private final TicketFiles tickets;
    private final Inbox inbox;
    private final Viewers viewers;

    LiveController(Live live, TicketFiles tickets, Inbox inbox, Viewers viewers) {
        this.viewers = viewers;
        this.live = live;
        this.tickets = tickets;
        this.inbox = inbox;
    }

    /**
     * Keeps the request's virtual thread; a page that lost the stream for a while looks again at once.
     *
     * @param number the ticket that the page shows; none for pages that show many
     * @param asked when the page was asked for, in milliseconds since 1970 by the clock of the house; none if the page
     *     is up to date
     */
    @GetMapping(path = "/agent/live", produces = "text/event-stream")
    void show(
            @RequestParam(name = "ticket") Optional<TicketNumber> number,
            @RequestParam Optional<Long> asked,
            AgentViewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var ticket = number.map(wanted -> tickets.find(wanted, viewer).orElseThrow(NotFound::new));
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var watch = live.watch(viewer, ticket.map(TicketFile::id).orElse(null));
        // Whatever was taken since the request came in was perhaps called out before anybody listened.
        if (!isAsBefore(watch, viewer)) watch.end();
        try {
            asked.map(Instant::ofEpochMilli).ifPresent(time -> live.catchUp(watch, time));
            var missed = request.getHeader("Last-Event-ID") == null ? EnumSet.of(Look.BELL) : EnumSet.allOf(Look.class);
            follow(watch, missed, viewer, response.getWriter());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            live.leave(watch);
        }
    }

    private boolean isAsBefore(Watch watch, AgentViewer viewer) {
        return viewers.agent(viewer.id())
                .filter(now -> watch.isOf(now.id(), now.grants().groupsFor(Permission.RO)))
                .isPresent();
    }

    private void follow(Watch watch, Set<Look> missed, AgentViewer viewer, PrintWriter out)
            throws InterruptedException {
        if (!say(missed, viewer, out)) return;
        for (var beat = 0; beat < BEATS && !watch.isOver(); beat++) {
            if (!say(watch.await(BEAT), viewer, out)) return;
        }
    }

    /** Whether somebody still listens. Where there is no news it says so, which a page behind a deaf proxy would miss. */
    private boolean say(Set<Look> looks, AgentViewer viewer, PrintWriter out) {
        if (looks.isEmpty()) out.write(HERE);
        for (var look : looks) out.write("id: 1\ndata: " + words(look, viewer) + "\n\n");
        out.flush();
        return !out.checkError();
    }

    /** The bell says how much there is to read, so that no page must ask. */
    private String words(Look look, AgentViewer viewer) {
        return switch (look) {
            case PAGE, PRESENCE -> look.word();
            case BELL -> look.word() + " " + inbox.unread(viewer);
        };
    }
}
