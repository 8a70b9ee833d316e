package sportello.web.agent.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a widget can be sent without dragging it. */
public enum Move {
    UP("chevron-up"),
    DOWN("chevron-down"),
    ACROSS("arrows-left-right");

    private final String icon;

    Move(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** As it is sent and spoken of. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Move> of(String key) {
        return Arrays.stream(values()).filter(move -> move.key().equals(key)).findFirst();
    }
}
