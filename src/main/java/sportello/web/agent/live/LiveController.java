package sportello.web.agent.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;

/**
 * Tells open pages to look again (server-sent events, read by Turbo). The news say nothing but that: what the reader may
 * see is decided when the page is read again. The stream ends after a while, so that rights are looked up anew.
 */
@Controller
class LiveController {
    private static final String LOOK_AGAIN = "id: 1\ndata: <turbo-stream action=\"refresh\"></turbo-stream>\n\n";
    private static final String STILL_HERE = ": \n\n";
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final int BEATS = 20;

    private final Live live;

    LiveController(Live live) {
        this.live = live;
    }

    /** Keeps the request's virtual thread; a page that lost the stream for a while looks again at once. */
    @GetMapping(path = "/agent/live", produces = "text/event-stream")
    void show(AgentViewer viewer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var watch = live.watch(viewer.grants().groupsFor(Permission.RO));
        try {
            var out = response.getWriter();
            say(out, request.getHeader("Last-Event-ID") == null ? "id: 1\n" + STILL_HERE : LOOK_AGAIN);
            for (var beat = 0; beat < BEATS && !watch.isOver(); beat++) {
                if (!say(out, watch.await(BEAT) ? LOOK_AGAIN : STILL_HERE)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            live.leave(watch);
        }
    }

    /** Whether somebody still listens. */
    private static boolean say(PrintWriter out, String words) {
        out.write(words);
        out.flush();
        return !out.checkError();
    }
}
