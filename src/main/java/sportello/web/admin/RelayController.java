package sportello.web.admin;

import java.util.List;
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
import sportello.configuration.FirstStep;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.AccountId;
import sportello.mail.Servers;
import sportello.mailbox.Consenting;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Mailboxes;
import sportello.relay.KeepingRelay;
import sportello.relay.KeptAccount;
import sportello.relay.TryingRelay;
import sportello.web.NotFound;
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
    View index() {
        return views.show(
                "admin/relays",
                new RelaysPage(servers.chosen().orElse(null), servers.areSet(), keeping.all(), keeping.health()));
    }

    @GetMapping("/new")
    View fresh(@RequestParam(defaultValue = "false") boolean guided) {
        return form(HttpStatus.OK, null, RelayForm.BLANK, guided, null, null);
    }

    @PostMapping
    View create(RelayForm form, @RequestParam(defaultValue = "false") boolean guided, AgentViewer viewer) {
        return kept(keeping.add(form.account(), form.typedSecret(), viewer.authority()), null, form, guided);
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var account = account(id);
        return form(HttpStatus.OK, account, RelayForm.of(account), false, null, null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, RelayForm form, AgentViewer viewer) {
        var account = account(id);
        var changed = keeping.change(account.id(), form.account(), form.typedSecret(), viewer.authority());
        return kept(changed, account, form, false);
    }

    private View kept(Outcome<AccountId> outcome, @Nullable KeptAccount account, RelayForm form, boolean guided) {
        return switch (outcome) {
            case Outcome.Done<AccountId> done ->
                views.redirect(
                        guided ? Guide.onwards(FirstStep.RELAY) : Area.RELAY.address(),
                        Notice.of("notice.relay.kept", form.name()));
            case Outcome.Refused<AccountId>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, account, form, guided, null, why);
        };
    }

    /**
     * Nothing changes, so the answer is a page, also where the server does not take the mail.
     *
     * @param account the one that is changed, null for a new one
     */
    @PostMapping("/trial")
    View tryOut(
            RelayForm form,
            @RequestParam(required = false) @Nullable Long account,
            @RequestParam(defaultValue = "false") boolean guided,
            AgentViewer viewer) {
        var known = account == null ? null : account(account);
        var id = known == null ? null : known.id();
        var trial = trying.mail(form.account(), form.typedSecret(), id, viewer.id(), viewer.authority());
        return form(HttpStatus.OK, known, form, guided, trial, null);
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable long id, AgentViewer viewer) {
        return switch (keeping.remove(account(id).id(), viewer.authority())) {
            case Outcome.Done<KeptAccount>(var kept) -> back(Notice.of("notice.relay.removed", kept.name()));
            case Outcome.Refused<KeptAccount>(var why) -> back(Notice.of(why));
        };
    }

    private View form(
            HttpStatus status,
            @Nullable KeptAccount account,
            RelayForm form,
            boolean guided,
            @Nullable Outcome<String> trial,
            @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/relay_form",
                new RelayFormPage(account, consenting(), form, guides.at(FirstStep.RELAY, guided), trial, refusal));
    }

    private List<Mailbox> consenting() {
        var given = consenting.given();
        return mailboxes.all().stream()
                .filter(mailbox -> given.contains(mailbox.id()))
                .toList();
    }

    private KeptAccount account(long id) {
        return keeping.find(new AccountId(id)).orElseThrow(NotFound::new);
    }

    private View back(Notice notice) {
        return views.redirect(Area.RELAY.address(), notice);
    }
}
