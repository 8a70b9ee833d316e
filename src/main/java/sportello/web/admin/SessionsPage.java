package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.identity.OpenSession;
import sportello.web.BrowserName;

/**
 * Who is logged in, last seen first.
 *
 * @param cut whether there are more than are shown
 */
public record SessionsPage(
        String q,
        List<OpenSession> sessions,
        boolean cut,
        @Nullable Refusal refusal) {
    static final int MOST = 200;

    /** @param found one more than are shown, if there are more */
    static SessionsPage of(String q, List<OpenSession> found, @Nullable Refusal refusal) {
        return new SessionsPage(q, found.subList(0, Math.min(MOST, found.size())), found.size() > MOST, refusal);
    }

    public String browser(OpenSession session) {
        return BrowserName.of(session.browser());
    }

    /** Whether the person has another session that could be ended together with this one. */
    public boolean isOneOfSeveral(OpenSession session) {
        return sessions.stream()
                        .filter(other -> other.account() == session.account() && !other.own())
                        .count()
                > 1;
    }
}
