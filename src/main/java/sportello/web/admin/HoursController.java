package sportello.web.admin;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.FirstStep;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.Words;
import sportello.worktime.HoursId;
import sportello.worktime.KeepingHours;
import sportello.worktime.KeptHours;

@Controller
@RequestMapping("/admin/hours")
class HoursController {
    private final KeepingHours keeping;
    private final Guides guides;
    private final MessageSource messages;
    private final Clock clock;
    private final Views views;

    HoursController(KeepingHours keeping, Guides guides, MessageSource messages, Clock clock, Views views) {
        this.keeping = keeping;
        this.guides = guides;
        this.messages = messages;
        this.clock = clock;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/hours", new HoursPage(keeping.all()));
    }

    /** The usual hours stand there; the first ones become the house's. */
    @GetMapping("/new")
    View fresh(@RequestParam(defaultValue = "false") boolean guided, AgentViewer viewer) {
        var first = keeping.all().isEmpty();
        var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
        var form = HoursForm.proposed(first ? words.t("hours.usual") : "", viewer.zone(), first);
        return form(HttpStatus.OK, null, form, guided, null);
    }

    @PostMapping
    View create(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "false") boolean guided,
            AgentViewer viewer) {
        var form = HoursForm.read(new Sent(fields));
        return switch (keeping.add(form.hours(), viewer.authority())) {
            case Outcome.Done<String>(var name) ->
                views.redirect(
                        guided ? Guide.onwards(FirstStep.HOURS) : Area.HOURS.address(),
                        Notice.of("notice.hours.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, guided, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = hours(id);
        return form(HttpStatus.OK, kept, HoursForm.of(kept), false, null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields, AgentViewer viewer) {
        var kept = hours(id);
        var form = HoursForm.read(new Sent(fields));
        return switch (keeping.correct(kept.id(), form.seen(), form.hours(), viewer.authority())) {
            case Outcome.Done<String>(var name) ->
                views.redirect(Area.HOURS.address(), Notice.of("notice.hours.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, false, why);
        };
    }

    private View form(
            HttpStatus status, @Nullable KeptHours kept, HoursForm form, boolean guided, @Nullable Refusal refusal) {
        return views.show(
                status, "admin/hours_form", new HoursFormPage(kept, form, guides.at(FirstStep.HOURS, guided), refusal));
    }

    private KeptHours hours(long id) {
        return keeping.find(new HoursId(id)).orElseThrow(NotFound::new);
    }
}
