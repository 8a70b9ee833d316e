package sportello.web.admin;

import java.time.Instant;
import java.util.List;
import sportello.agent.KeptNews;

/** What the board says, said and will say, the newest first. */
public record NewsPage(List<KeptNews> news, Instant now) {
    static final int MOST = 100;

    /** For the messages: whether it stands there now. */
    public String state(KeptNews kept) {
        var details = kept.details();
        var until = details.until();
        if (!details.valid()) return "invalid";
        if (details.since().isAfter(now)) return "coming";
        return until != null && !until.isAfter(now) ? "over" : "shown";
    }
}
