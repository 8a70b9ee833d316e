package sportello.web.agent.live;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.notification.Chapter;
import sportello.notification.Silences;

/**
 * What an agent can be told.
 *
 * @param own the rules of the house's own that leave it to agents
 * @param chapters that the agent wants to hear of; so with {@code rules}
 */
public record SilencePage(
        List<Silences.OfRule> own,
        Set<Chapter> chapters,
        Set<Long> rules,
        @Nullable Refusal why) {

    public SilencePage {
        own = List.copyOf(own);
        chapters = Set.copyOf(chapters);
        rules = Set.copyOf(rules);
    }
}
