package sportello.web.agent.live;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.Chapter;
import sportello.notification.Silences;
import sportello.notification.Silencing;
import sportello.web.Notice;
import sportello.web.Views;

/** Where agents choose what they are told. */
@Controller
class SilenceController {
    private final Silencing silencing;
    private final Views views;

    SilenceController(Silencing silencing, Views views) {
        this.silencing = silencing;
        this.views = views;
    }

    @GetMapping("/agent/notifications/mine")
    View edit(AgentViewer viewer) {
        var silences = silencing.of(viewer);
        var chapters = Arrays.stream(Chapter.values())
                .filter(chapter -> !silences.chapters().contains(chapter))
                .collect(toSet());
        var rules = silences.rules().stream()
                .filter(rule -> !rule.silent())
                .map(Silences.OfRule::id)
                .collect(toSet());
        return show(HttpStatus.OK, silences, chapters, rules, null);
    }

    @PostMapping("/agent/notifications/mine")
    View update(
            @RequestParam(name = "chapter", required = false) @Nullable List<String> chapter,
            @RequestParam(name = "shown", required = false) @Nullable List<Long> shown,
            @RequestParam(name = "rule", required = false) @Nullable List<Long> rule,
            AgentViewer viewer) {
        var chapters =
                all(chapter).stream().flatMap(key -> Chapter.of(key).stream()).collect(toSet());
        var rules = all(rule);
        return switch (silencing.want(chapters, all(shown), rules, viewer)) {
            case Outcome.Done<Integer> _ -> views.redirect("/agent/notifications/mine", Notice.of("notice.silence"));
            case Outcome.Refused<Integer>(var why) ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, silencing.of(viewer), chapters, rules, why);
        };
    }

    private static <T> Set<T> all(@Nullable List<T> sent) {
        return sent == null ? Set.of() : Set.copyOf(sent);
    }

    private View show(
            HttpStatus status, Silences silences, Set<Chapter> chapters, Set<Long> rules, @Nullable Refusal why) {
        return views.show(status, "agent/live/silence", new SilencePage(silences.rules(), chapters, rules, why));
    }
}
