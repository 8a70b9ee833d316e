package sportello.web;

import java.util.Map;
import sportello.base.Language;

/**
 * A log-in for trying out that the log-in page shows.
 *
 * @param who a word on who it is, in every language
 */
public record Trial(String username, Map<Language, String> who) {

    public Trial {
        who = Map.copyOf(who);
    }

    public String who(Language reader) {
        return who.getOrDefault(reader, "");
    }
}
