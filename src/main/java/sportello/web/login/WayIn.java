package sportello.web.login;

import org.springframework.stereotype.Component;
import sportello.base.Query;
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

    /** An address on the way in, which leads there in the end. */
    static String remembering(String address, String target) {
        return Query.EMPTY.with("target", target).after(address);
    }

    /** A page that is not for this person would only show that it is missing. */
    String to(String target, Viewer viewer) {
        return LocalTarget.parse(target)
                .filter(known -> doorkeeper.admits(viewer, known))
                .map(LocalTarget::address)
                .orElseGet(() -> of(viewer));
    }
}
