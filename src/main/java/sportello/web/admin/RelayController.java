package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.FirstStep;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Servers;
import sportello.mailbox.Consenting;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Mailboxes;
import sportello.relay.KeepingRelay;
import sportello.relay.KeptRelay;
import sportello.relay.TryingRelay;
import sportello.web.Notice;
import sportello.web.Views;

/** A password goes in and never out again: no page holds one, neither the kept nor the typed. */
@Controller
@RequestMapping("/admin/relay")
class RelayController {
    private final KeepingRelay keeping;
    private final TryingRelay trying;
    private final Servers servers;
    private final Mailboxes mailboxes;
    private final Consenting consenting;
    private final Guides guides;
    private final Views views;

    RelayController(
            KeepingRelay keeping,
            TryingRelay trying,
            Servers servers,
            Mailboxes mailboxes,
            Consenting consenting,
            Guides guides,
            Views views) {
        this.keeping = keeping;
        this.trying = trying;
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.consenting = consenting;
        this.guides = guides;
        this.views = views;
    }

    @GetMapping
    View show(@RequestParam(defaultValue = "false") boolean guided) {
        return form(HttpStatus.OK, RelayForm.of(keeping.find().orElse(KeptRelay.BLANK)), guided, null, null);
    }

    @PostMapping
    View keep(RelayForm form, @RequestParam(defaultValue = "false") boolean guided, AgentViewer viewer) {
        return switch (keeping.keep(form.relay(), form.typedSecret(), viewer.authority())) {
            case Outcome.Done<KeptRelay>(var kept) ->
                views.redirect(
                        guided ? Guide.onwards(FirstStep.RELAY) : Area.RELAY.address(),
                        Notice.of("notice.relay.kept", kept.host()));
            case Outcome.Refused<KeptRelay>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, form, guided, null, why);
        };
    }

    /** Nothing changes, so the answer is a page, also where the server does not take the mail. */
    @PostMapping("/trial")
    View tryOut(RelayForm form, @RequestParam(defaultValue = "false") boolean guided, AgentViewer viewer) {
        var trial = trying.mail(form.relay(), form.typedSecret(), viewer.id(), viewer.authority());
        return form(HttpStatus.OK, form, guided, trial, null);
    }

    @PostMapping("/removal")
    View remove(AgentViewer viewer) {
        return switch (keeping.remove(viewer.authority())) {
            case Outcome.Done<KeptRelay>(var kept) -> back(Notice.of("notice.relay.removed", kept.host()));
            case Outcome.Refused<KeptRelay>(var why) -> back(Notice.of(why));
        };
    }

    private View form(
            HttpStatus status,
            RelayForm form,
            boolean guided,
            @Nullable Outcome<String> trial,
            @Nullable Refusal refusal) {
        var kept = keeping.find().isPresent();
        return views.show(
                status,
                "admin/relay",
                new RelayPage(
                        servers.chosen().orElse(null),
                        servers.areSet(),
                        kept,
                        consenting(),
                        form,
                        guides.at(FirstStep.RELAY, guided),
                        trial,
                        refusal));
    }

    private List<Mailbox> consenting() {
        var given = consenting.given();
        return mailboxes.all().stream()
                .filter(mailbox -> given.contains(mailbox.id()))
                .toList();
    }

    private View back(Notice notice) {
        return views.redirect(Area.RELAY.address(), notice);
    }
}
