package sportello.web.admin;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.KeepingLetters;
import sportello.notification.KeptRule;
import sportello.ticket.Choices;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** For which tickets a rule tells people. */
@Controller
@RequestMapping("/admin/letters/rules/{id}")
class RuleController {
    private final KeepingLetters keeping;
    private final Choices choices;
    private final Views views;

    RuleController(KeepingLetters keeping, Choices choices, Views views) {
        this.keeping = keeping;
        this.choices = choices;
        this.views = views;
    }

    @GetMapping("/edit")
    View edit(@PathVariable long id) {
        var rule = rule(id);
        return views.show(
                "admin/rule_form",
                new RulePage(rule, rule.leastPriority(), rule.types(), rule.services(), choices.offered(), null));
    }

    @PostMapping
    View update(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int priority,
            @RequestParam(required = false) @Nullable List<Long> type,
            @RequestParam(required = false) @Nullable List<Long> service,
            AgentViewer viewer) {
        var rule = rule(id);
        var types = ticked(type);
        var services = ticked(service);
        return switch (keeping.narrow(id, priority, types, services, viewer.authority())) {
            case Outcome.Done<Long> done ->
                views.redirect(Area.LETTERS.address(), Notice.of("notice.letters.switched"));
            case Outcome.Refused<Long>(var why) ->
                views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "admin/rule_form",
                        new RulePage(rule, priority, types, services, choices.offered(), why));
        };
    }

    private static Set<Long> ticked(@Nullable List<Long> boxes) {
        return boxes == null ? Set.of() : Set.copyOf(boxes);
    }

    private KeptRule rule(long id) {
        return keeping.rule(id).orElseThrow(NotFound::new);
    }
}
