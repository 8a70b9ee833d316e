package sportello.web.agent.live;

import java.util.Locale;

/** At what an open page is told to look again. */
enum Look {
    PAGE,
    PRESENCE,
    BELL;

    /** As the page hears it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
