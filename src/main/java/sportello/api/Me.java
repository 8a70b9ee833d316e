package sportello.api;

import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewer.CustomerViewer;

/** Who one is, as programs read it. */
record Me(String kind, long id, String name, String language) {

    static Me of(Viewer viewer) {
        return switch (viewer) {
            case AgentViewer agent ->
                new Me(
                        "agent",
                        agent.id().value(),
                        agent.name(),
                        agent.language().code());
            case CustomerViewer user ->
                new Me(
                        "customer_user",
                        user.id().value(),
                        user.name(),
                        user.language().code());
        };
    }
}
