package sportello.web.security;

import org.jspecify.annotations.Nullable;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewer.CustomerViewer;

/** Those whom a route admits. */
enum Audience {
    ANYONE,
    /** Whoever has logged in. */
    PERSON,
    CUSTOMER,
    AGENT,
    /** Administrators, and whoever may read the log of access. */
    AUDITOR,
    ADMINISTRATOR;

    boolean admits(@Nullable Viewer viewer) {
        return switch (this) {
            case ANYONE -> true;
            case PERSON -> viewer != null;
            case CUSTOMER -> viewer instanceof CustomerViewer;
            case AGENT -> viewer instanceof AgentViewer;
            case AUDITOR ->
                viewer instanceof AgentViewer agent && agent.authority().readsAccess();
            case ADMINISTRATOR -> viewer instanceof AgentViewer agent && agent.administrator();
        };
    }
}
