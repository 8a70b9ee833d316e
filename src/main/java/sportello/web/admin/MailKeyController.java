package sportello.web.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
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
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailkey.EndingMailKeys;
import sportello.mailkey.KeepingMailKeys;
import sportello.mailkey.KeepingSealedSenders;
import sportello.mailkey.KeptMailKey;
import sportello.mailkey.SealedSender;
import sportello.web.Download;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/mail-keys")
class MailKeyController {
    private final KeepingMailKeys keeping;
    private final EndingMailKeys ending;
    private final KeepingSealedSenders senders;
    private final Clock clock;
    private final Views views;

    MailKeyController(
            KeepingMailKeys keeping, EndingMailKeys ending, KeepingSealedSenders senders, Clock clock, Views views) {
        this.keeping = keeping;
        this.ending = ending;
        this.senders = senders;
        this.clock = clock;
        this.views = views;
    }

    @GetMapping
    View index() {
        return list(HttpStatus.OK, null);
    }

    @GetMapping("/new")
    View fresh() {
        return views.show("admin/mail_key_form", new MailKeyFormPage(null));
    }

    @PostMapping
    View create(MailKeyForm form, AgentViewer viewer) throws IOException {
        var outcome = keeping.add(form.bytes(KeepingMailKeys.LARGEST), form.password(), viewer.authority());
        return switch (outcome) {
            case Outcome.Done<KeptMailKey>(var key) ->
                toList(key.isOver(clock.instant()) ? "notice.mail_keys.added_over" : "notice.mail_keys.added", key);
            case Outcome.Refused<KeptMailKey>(var why) ->
                views.show(HttpStatus.UNPROCESSABLE_CONTENT, "admin/mail_key_form", new MailKeyFormPage(why));
        };
    }

    /** The part that customers get. */
    @GetMapping("/{id}/certificate")
    View certificate(@PathVariable long id) {
        var file = keeping.publicKey(id).orElseThrow(NotFound::new);
        return new Download(
                file.name(), file.mediaType(), file.bytes().length, () -> new ByteArrayInputStream(file.bytes()));
    }

    @PostMapping("/{id}")
    View update(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean valid,
            AgentViewer viewer) {
        return switch (keeping.use(id, version, valid, viewer.authority()).orElseThrow(NotFound::new)) {
            case Outcome.Done<KeptMailKey>(var key) ->
                toList(valid ? "notice.mail_keys.valid" : "notice.mail_keys.invalid", key);
            case Outcome.Refused<KeptMailKey>(var why) -> list(HttpStatus.UNPROCESSABLE_CONTENT, why);
        };
    }

    /** What one of our addresses does with what it sends. */
    @PostMapping("/senders")
    View keep(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var wanted = SealedSenderForm.read(new Sent(sent));
        return switch (senders.keep(wanted.sender(), viewer.authority())) {
            case Outcome.Done<SealedSender>(var kept) ->
                views.redirect(Area.MAIL_KEYS.address(), Notice.of("notice.sealed_senders.kept", kept.address()));
            case Outcome.Refused<SealedSender>(var why) -> list(HttpStatus.UNPROCESSABLE_CONTENT, why);
        };
    }

    private View toList(String message, KeptMailKey key) {
        return views.redirect(Area.MAIL_KEYS.address(), Notice.of(message, String.join(", ", key.addresses())));
    }

    private View list(HttpStatus status, @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/mail_keys",
                new MailKeysPage(keeping.all(), ending.all(), senders.all(), clock.instant(), refusal));
    }
}
