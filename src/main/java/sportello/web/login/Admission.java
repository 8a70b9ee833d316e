package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import sportello.identity.Secret;
import sportello.identity.Sessions;
import sportello.web.security.HalfEntryCookie;
import sportello.web.security.SessionCookie;

/** Hands a browser its new session; one that it brought along is over. */
@Component
class Admission {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final HalfEntryCookie half;

    Admission(Sessions sessions, SessionCookie cookie, HalfEntryCookie half) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.half = half;
    }

    void admit(Secret session, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.write(session, response);
        if (half.read(request).isPresent()) half.clear(response);
    }
}
