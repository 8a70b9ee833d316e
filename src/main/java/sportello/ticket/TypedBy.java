package sportello.ticket;

import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.field.PlainFields;
import sportello.field.Reach;
import sportello.field.Reader;
import sportello.field.Screen;
import sportello.field.TypedFields;
import sportello.identity.Viewer;

/** Fields as a person fills them in, who can name in them whom that person may look up. */
public final class TypedBy {

    private TypedBy() {}

    public static TypedFields of(Screen screen, Map<String, String> typed, Viewer viewer) {
        return new TypedFields(screen, typed, new Reader(viewer.language(), viewer.zone(), reach(viewer)));
    }

    /** The same as a program sends them that works for the person; its moments are in UTC. */
    public static PlainFields plain(Screen screen, Map<String, @Nullable Object> values, Viewer viewer) {
        return new PlainFields(screen, values, new Reader(viewer.language(), ZoneOffset.UTC, reach(viewer)));
    }

    private static Reach reach(Viewer viewer) {
        return switch (viewer) {
            case Viewer.AgentViewer agent -> {
                var circle = Sight.circle(agent);
                yield new Reach(agent.authority(), circle.customers(), circle.parameters());
            }
            case Viewer.CustomerViewer _ -> Reach.NOBODY;
        };
    }
}
