package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Sessions;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.SessionCookie;

@Controller
class LogoutController {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Views views;

    LogoutController(Sessions sessions, SessionCookie cookie, Views views) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.views = views;
    }

    @PostMapping("/logout")
    View create(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(response);
        return views.redirect("/login?out=true", Notice.of("login.out"));
    }
}
