package sportello.web.admin;

import java.util.Arrays;
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
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.KeepingOwnRules;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.webhook.AllowedHosts;
import sportello.webhook.Answer;
import sportello.webhook.Deliveries;
import sportello.webhook.DeliveryId;
import sportello.webhook.DeliveryState;
import sportello.webhook.KeepingWebhooks;
import sportello.webhook.KeptWebhook;
import sportello.webhook.RetryingDeliveries;
import sportello.webhook.TryingWebhooks;
import sportello.webhook.WebhookId;

/** Webhooks, the hosts that they may call, and what became of their messages. No page shows a kept address or secret. */
@Controller
@RequestMapping("/admin/webhooks")
class WebhookController {
    private final KeepingWebhooks keeping;
    private final TryingWebhooks trying;
    private final Deliveries deliveries;
    private final RetryingDeliveries retrying;
    private final KeepingOwnRules rules;
    private final Views views;

    WebhookController(
            KeepingWebhooks keeping,
            TryingWebhooks trying,
            Deliveries deliveries,
            RetryingDeliveries retrying,
            KeepingOwnRules rules,
            Views views) {
        this.keeping = keeping;
        this.trying = trying;
        this.deliveries = deliveries;
        this.retrying = retrying;
        this.rules = rules;
        this.views = views;
    }

    @GetMapping
    View index() {
        return list(HttpStatus.OK, String.join("\n", keeping.allowed().hosts()), null);
    }

    @PostMapping("/hosts")
    View allow(@RequestParam String hosts, AgentViewer viewer) {
        return switch (keeping.allow(hosts, viewer.authority())) {
            case Outcome.Done<AllowedHosts> done -> toList(Notice.of("notice.webhooks.allowed"));
            case Outcome.Refused<AllowedHosts>(var why) -> list(HttpStatus.UNPROCESSABLE_CONTENT, hosts, why);
        };
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, WebhookForm.BLANK, null, null);
    }

    @PostMapping
    View create(WebhookForm form, AgentViewer viewer) {
        return kept(keeping.add(form.proposal(), form.typedSecret(), viewer.authority()), null, form);
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = webhook(id);
        return form(HttpStatus.OK, kept, WebhookForm.of(kept), null, null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, WebhookForm form, AgentViewer viewer) {
        var kept = webhook(id);
        var corrected = keeping.correct(
                kept.webhook().id(), form.seen(), form.proposal(), form.typedSecret(), viewer.authority());
        return kept(corrected, kept, form);
    }

    private View kept(Outcome<WebhookId> outcome, @Nullable KeptWebhook kept, WebhookForm form) {
        return switch (outcome) {
            case Outcome.Done<WebhookId> done -> toList(Notice.of("notice.webhooks.kept", form.name()));
            case Outcome.Refused<WebhookId>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, null, why);
        };
    }

    /**
     * Nothing changes, so the answer is a page, also where the other side says no.
     *
     * @param webhook the one that is corrected, null for a new one
     */
    @PostMapping("/trial")
    View tryOut(WebhookForm form, @RequestParam(required = false) @Nullable Long webhook, AgentViewer viewer) {
        var kept = webhook == null ? null : webhook(webhook);
        var id = kept == null ? null : kept.webhook().id();
        var trial = trying.send(form.proposal(), form.typedSecret(), id, viewer.authority());
        return form(HttpStatus.OK, kept, form, trial, null);
    }

    /** @param before the last message of the page before */
    @GetMapping("/deliveries")
    View deliveries(
            @RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable Long before) {
        return deliveries(HttpStatus.OK, state, before, null);
    }

    @PostMapping("/deliveries/{id}/retrial")
    View again(@PathVariable long id, AgentViewer viewer) {
        var delivery = new DeliveryId(id);
        if (deliveries.find(delivery).isEmpty()) throw new NotFound();
        return switch (retrying.tryNow(delivery, viewer.authority())) {
            case Outcome.Done<String>(var name) ->
                views.redirect(DeliveriesPage.ADDRESS, Notice.of("notice.webhooks.again", name));
            case Outcome.Refused<String>(var why) -> deliveries(HttpStatus.UNPROCESSABLE_CONTENT, "", null, why);
        };
    }

    private View deliveries(HttpStatus status, String state, @Nullable Long before, @Nullable Refusal refusal) {
        var wanted = Arrays.stream(DeliveryState.values())
                .filter(one -> one.key().equals(state))
                .findFirst()
                .orElse(null);
        var found = deliveries.list(wanted, before == null ? null : new DeliveryId(before), DeliveriesPage.MOST + 1);
        return views.show(
                status, "admin/webhook_deliveries", DeliveriesPage.of(wanted, found, before != null, refusal));
    }

    private View list(HttpStatus status, String hosts, @Nullable Refusal refusal) {
        return views.show(status, "admin/webhooks", new WebhooksPage(keeping.all(), rules.byWebhook(), hosts, refusal));
    }

    private View form(
            HttpStatus status,
            @Nullable KeptWebhook kept,
            WebhookForm form,
            @Nullable Outcome<Answer> trial,
            @Nullable Refusal refusal) {
        return views.show(status, "admin/webhook_form", new WebhookFormPage(kept, form, trial, refusal));
    }

    private View toList(Notice notice) {
        return views.redirect(Area.WEBHOOKS.address(), notice);
    }

    private KeptWebhook webhook(long id) {
        return keeping.find(new WebhookId(id)).orElseThrow(NotFound::new);
    }
}
