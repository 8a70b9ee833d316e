package sportello.web.admin;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Agents;
import sportello.agent.KeepingGroups;
import sportello.agent.KeepingRoles;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.KeepingOwnRules;
import sportello.notification.KeptOwnRule;
import sportello.notification.Specimens;
import sportello.notification.Wording;
import sportello.queue.Queues;
import sportello.ticket.Choices;
import sportello.ticket.Labels;
import sportello.ticket.State;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.webhook.KeepingWebhooks;

/** The house's own rules of who is told what. */
@Controller
@RequestMapping("/admin/own-rules")
class OwnRuleController {
    private final KeepingOwnRules keeping;
    private final Specimens specimens;
    private final Queues queues;
    private final Agents agents;
    private final KeepingGroups groups;
    private final KeepingRoles roles;
    private final KeepingWebhooks webhooks;
    private final Choices choices;
    private final Labels labels;
    private final Views views;

    OwnRuleController(
            KeepingOwnRules keeping,
            Specimens specimens,
            Queues queues,
            Agents agents,
            KeepingGroups groups,
            KeepingRoles roles,
            KeepingWebhooks webhooks,
            Choices choices,
            Labels labels,
            Views views) {
        this.keeping = keeping;
        this.specimens = specimens;
        this.queues = queues;
        this.agents = agents;
        this.groups = groups;
        this.roles = roles;
        this.webhooks = webhooks;
        this.choices = choices;
        this.labels = labels;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/own_rules", new OwnRulesPage(keeping.all()));
    }

    @GetMapping("/new")
    View fresh(AgentViewer viewer) {
        return form(HttpStatus.OK, null, OwnRuleForm.BLANK, null, viewer);
    }

    @PostMapping
    View create(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = OwnRuleForm.read(new Sent(sent));
        return switch (keeping.add(form.rule(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.own_rules.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why, viewer);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var kept = rule(id);
        return form(HttpStatus.OK, kept, OwnRuleForm.of(kept), null, viewer);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = rule(id);
        var form = OwnRuleForm.read(new Sent(sent));
        return switch (keeping.correct(id, form.seen(), form.rule(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.own_rules.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why, viewer);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/{id}/move")
    View move(@PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var kept = rule(id);
        return switch (keeping.move(id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Long> done ->
                toList(Notice.of("notice.own_rules.moved", kept.rule().name()));
            case Outcome.Refused<Long>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, OwnRuleForm.of(kept), why, viewer);
        };
    }

    /** Nothing changes here, so the answer is a page; it is a POST because what is shown is not yet kept. */
    @PostMapping("/preview")
    View preview(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var typed = new Sent(sent);
        var kept = tried(typed);
        var form = OwnRuleForm.read(typed);
        var previews = new EnumMap<Language, Wording>(Language.class);
        for (var language : form.written()) {
            switch (specimens.look(form.rule(), language, form.number(), viewer)) {
                case Outcome.Done<Wording>(var wording) -> previews.put(language, wording);
                case Outcome.Refused<Wording>(var why) -> {
                    return form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why, viewer);
                }
            }
        }
        var waits = specimens.waits(form.rule(), form.number(), viewer).orElse(null);
        return views.show("admin/own_rule_form", page(kept, form, previews, waits, "", null, viewer));
    }

    /** What was typed stays typed, so the answer is a page here too. */
    @PostMapping("/trial")
    View send(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var typed = new Sent(sent);
        var kept = tried(typed);
        var form = OwnRuleForm.read(typed);
        return switch (specimens.send(form.rule(), viewer.language(), form.number(), viewer)) {
            case Outcome.Done<String>(var address) ->
                views.show("admin/own_rule_form", page(kept, form, Map.of(), null, address, null, viewer));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why, viewer);
        };
    }

    /** Null for one that is not kept yet. */
    private @Nullable KeptOwnRule tried(Sent typed) {
        var id = typed.whole("id");
        return id == null ? null : rule(id);
    }

    private View toList(Notice notice) {
        return views.redirect(Area.OWN_RULES.address(), notice);
    }

    private View form(
            HttpStatus status,
            @Nullable KeptOwnRule kept,
            OwnRuleForm form,
            @Nullable Refusal refusal,
            AgentViewer viewer) {
        return views.show(status, "admin/own_rule_form", page(kept, form, Map.of(), null, "", refusal, viewer));
    }

    private OwnRuleFormPage page(
            @Nullable KeptOwnRule kept,
            OwnRuleForm form,
            Map<Language, Wording> previews,
            @Nullable Instant waits,
            String sentTo,
            @Nullable Refusal refusal,
            AgentViewer viewer) {
        var offered = new OwnRuleFormPage.Offered(
                queues.valid(),
                agents.valid(viewer.authority()),
                groups.all(),
                roles.all(),
                webhooks.all(),
                choices.words(),
                labels.now().all(State.ALL));
        return new OwnRuleFormPage(kept, form, offered, previews, waits, sentTo, refusal);
    }

    private KeptOwnRule rule(long id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
