package sportello.web.login;

import java.util.List;
import sportello.identity.OpenSession;
import sportello.web.BrowserName;

/** The browsers through which a person has entered. */
public record OwnSessionsPage(List<OpenSession> sessions) {
    public OwnSessionsPage {
        sessions = List.copyOf(sessions);
    }

    public String browser(OpenSession session) {
        return BrowserName.of(session.browser());
    }
}
