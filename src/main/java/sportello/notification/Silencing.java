package sportello.notification;

import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/**
 * Lets agents say what they do not want to be told: by mail and by the bell alike. What somebody must hear by virtue of the
 * office ({@link Audience#mayBeSilenced}) is told whatever they say.
 */
@Component
public class Silencing {
    private final SilenceSql sql;

    Silencing(SilenceSql sql) {
        this.sql = sql;
    }

    public Silences of(AgentViewer viewer) {
        return new Silences(sql.chapters(viewer.id()), sql.rules(viewer.id()));
    }

    /**
     * From now on the viewer is told this. A rule that was not on the page stays as it is.
     *
     * @param chapters that the viewer wants; the others fall silent
     * @param shown the rules that stood there
     * @param rules those of them that the viewer wants
     */
    @Transactional
    public Outcome<Integer> want(Set<Chapter> chapters, Set<Long> shown, Set<Long> rules, AgentViewer viewer) {
        var open = sql.rules(viewer.id()).stream().map(Silences.OfRule::id).collect(toSet());
        if (!open.containsAll(shown) || !shown.containsAll(rules)) return Outcome.refused("silence.changed");
        var silent = EnumSet.allOf(Chapter.class);
        silent.removeAll(chapters);
        var silentRules = new HashSet<>(shown);
        silentRules.removeAll(rules);
        sql.replace(viewer.id(), silent, shown, silentRules);
        return Outcome.done(silent.size() + silentRules.size());
    }
}
