package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.identity.OwnSessions;
import sportello.identity.Secret;
import sportello.identity.Viewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.SessionCookie;

/** Where people see their own sessions, and end them. */
@Controller
@RequestMapping("/account/sessions")
class OwnSessionController {
    private final OwnSessions sessions;
    private final SessionCookie cookie;
    private final Views views;

    OwnSessionController(OwnSessions sessions, SessionCookie cookie, Views views) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.views = views;
    }

    @GetMapping
    View index(Viewer viewer, HttpServletRequest request) {
        return views.show("account/sessions", new OwnSessionsPage(sessions.of(viewer, own(request))));
    }

    @PostMapping("/{id}/end")
    View end(@PathVariable long id, Viewer viewer, HttpServletRequest request) {
        sessions.end(viewer, own(request), id);
        return views.redirect("/account/sessions", Notice.of("notice.sessions.own.ended"));
    }

    @PostMapping("/end")
    View endOthers(Viewer viewer, HttpServletRequest request) {
        sessions.endOthers(viewer, own(request));
        return views.redirect("/account/sessions", Notice.of("notice.sessions.own.ended"));
    }

    private Secret own(HttpServletRequest request) {
        return cookie.read(request).orElseThrow(NotFound::new);
    }
}
