package sportello.web.agent.dashboard;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import sportello.ticket.DeskList;
import sportello.ticket.Whose;

/**
 * Where on the dashboard somebody is; what is usual is left out of the address.
 *
 * @param fresh the tab over the new tickets
 * @param open the tab over the open ones
 * @param settings whether the settings are open
 */
public record DashboardPlace(Whose fresh, Whose open, boolean settings) {

    /** The form whose parameters were typed or made up: what does not exist is as usual. */
    static DashboardPlace of(@Nullable String fresh, @Nullable String open, boolean settings) {
        return new DashboardPlace(whose(fresh), whose(open), settings);
    }

    private static Whose whose(@Nullable String key) {
        return key == null ? Whose.ALL : Whose.of(key).orElse(Whose.ALL);
    }

    Whose tab(DeskList list) {
        return switch (list) {
            case NEW -> fresh;
            case OPEN -> open;
            case LOCKED, RESPONSIBLE, REMINDERS, UNASCERTAINED -> Whose.ALL;
        };
    }

    DashboardPlace with(DeskList list, Whose tab) {
        return switch (list) {
            case NEW -> new DashboardPlace(tab, open, settings);
            case OPEN -> new DashboardPlace(fresh, tab, settings);
            case LOCKED, RESPONSIBLE, REMINDERS, UNASCERTAINED -> this;
        };
    }

    public DashboardPlace with(boolean openSettings) {
        return new DashboardPlace(fresh, open, openSettings);
    }

    public String address() {
        var parameters = new ArrayList<String>();
        if (fresh != Whose.ALL) parameters.add("new=" + fresh.key());
        if (open != Whose.ALL) parameters.add("open=" + open.key());
        if (settings) parameters.add("settings=true");
        return parameters.isEmpty() ? "/agent" : "/agent?" + String.join("&", parameters);
    }
}
