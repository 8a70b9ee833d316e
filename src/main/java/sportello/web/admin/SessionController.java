package sportello.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.KeepingSessions;
import sportello.identity.Secret;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.SessionCookie;

@Controller
@RequestMapping("/admin/sessions")
class SessionController {
    private final KeepingSessions keeping;
    private final SessionCookie cookie;
    private final Views views;

    SessionController(KeepingSessions keeping, SessionCookie cookie, Views views) {
        this.keeping = keeping;
        this.cookie = cookie;
        this.views = views;
    }

    @GetMapping
    View index(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        return page(HttpStatus.OK, q, request, null);
    }

    @PostMapping("/{id}/end")
    View end(@PathVariable long id, AgentViewer viewer, HttpServletRequest request) {
        return answer(keeping.end(id, own(request), viewer.authority()), "notice.session.ended", request);
    }

    @PostMapping("/accounts/{id}/end")
    View endAll(@PathVariable long id, AgentViewer viewer, HttpServletRequest request) {
        return answer(keeping.endAllOf(id, own(request), viewer.authority()), "notice.sessions.ended", request);
    }

    private View answer(Outcome<String> outcome, String notice, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Done<String>(var name) -> views.redirect(Area.SESSIONS.address(), Notice.of(notice, name));
            case Outcome.Refused<String>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, "", request, why);
        };
    }

    private View page(HttpStatus status, String q, HttpServletRequest request, @Nullable Refusal refusal) {
        var found = keeping.living(q.strip(), own(request), SessionsPage.MOST + 1);
        return views.show(status, "admin/sessions", SessionsPage.of(q, found, refusal));
    }

    /** Nobody comes here without one. */
    private Secret own(HttpServletRequest request) {
        return cookie.read(request).orElseThrow();
    }
}
