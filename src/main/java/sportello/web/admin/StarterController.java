package sportello.web.admin;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Groups;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.FirstStep;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.KeepingQueues;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.Words;

/** Proposes the queues with which most desks begin. */
@Controller
@RequestMapping(StarterController.ADDRESS)
class StarterController {
    static final String ADDRESS = "/admin/queues/starter";

    private final KeepingQueues keeping;
    private final Groups groups;
    private final Guides guides;
    private final MessageSource messages;
    private final Clock clock;
    private final Views views;

    StarterController(
            KeepingQueues keeping, Groups groups, Guides guides, MessageSource messages, Clock clock, Views views) {
        this.keeping = keeping;
        this.groups = groups;
        this.guides = guides;
        this.messages = messages;
        this.clock = clock;
        this.views = views;
    }

    @GetMapping
    View fresh(@RequestParam(defaultValue = "false") boolean guided, AgentViewer viewer) {
        var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
        return page(HttpStatus.OK, StarterForm.proposed(words, keeping.all()), guided, null);
    }

    @PostMapping
    View create(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "false") boolean guided,
            AgentViewer viewer) {
        var form = StarterForm.read(new Sent(fields));
        return switch (keeping.addAll(form.settings(), viewer.authority())) {
            case Outcome.Done<List<String>>(var names) ->
                views.redirect(
                        guided ? Guide.onwards(FirstStep.QUEUES) : Area.QUEUES.address(),
                        Notice.of("notice.starter.added", "" + names.size()));
            case Outcome.Refused<List<String>>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, form, guided, why);
        };
    }

    private View page(HttpStatus status, StarterForm form, boolean guided, @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/starter",
                new StarterPage(form, groups.valid(), guides.at(FirstStep.QUEUES, guided), refusal));
    }
}
