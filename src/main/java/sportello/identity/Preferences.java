package sportello.identity;

import java.time.ZoneId;
import java.util.List;
import sportello.base.Language;

/** How a person wants to be spoken to. */
public record Preferences(Language language, ZoneId zone, String theme) {

    /** {@code system} follows the computer. */
    public static final List<String> THEMES = List.of("system", "light", "dark");

    public Preferences {
        if (!THEMES.contains(theme)) throw new IllegalArgumentException("No such theme");
    }

    public static Preferences of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.AgentViewer agent -> new Preferences(agent.language(), agent.zone(), agent.theme());
            case Viewer.CustomerViewer customer ->
                new Preferences(customer.language(), customer.zone(), customer.theme());
        };
    }
}
