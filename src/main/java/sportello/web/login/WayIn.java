package sportello.web.login;

import org.springframework.stereotype.Component;
import sportello.identity.Viewer;
import sportello.web.security.Doorkeeper;
import sportello.web.security.LocalTarget;

/** Where people go when they have entered: to the page they asked for, or to the first one of their kind. */
@Component
class WayIn {
    private final Doorkeeper doorkeeper;

    WayIn(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    static String of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.AgentViewer agent -> "/agent";
            case Viewer.CustomerViewer customer -> "/portal";
        };
    }

    /** A page that is not for this person would only show that it is missing. */
    String to(String target, Viewer viewer) {
        return LocalTarget.parse(target)
                .filter(known -> doorkeeper.admits(viewer, known))
                .map(LocalTarget::address)
                .orElseGet(() -> of(viewer));
    }
}
