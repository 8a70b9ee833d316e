package sportello.web.admin;

import java.io.IOException;
import java.time.Clock;
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
import sportello.mailkey.KeepingCorrespondentKeys;
import sportello.mailkey.KeptCorrespondentKey;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/correspondent-keys")
class CorrespondentKeyController {
    private final KeepingCorrespondentKeys keeping;
    private final Clock clock;
    private final Views views;

    CorrespondentKeyController(KeepingCorrespondentKeys keeping, Clock clock, Views views) {
        this.keeping = keeping;
        this.clock = clock;
        this.views = views;
    }

    /** @param q whose key is looked for, empty for all */
    @GetMapping
    View index(@RequestParam(defaultValue = "") String q) {
        return list(HttpStatus.OK, q, null);
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, CorrespondentKeyForm.BLANK, null);
    }

    @PostMapping
    View create(CorrespondentKeyForm form, AgentViewer viewer) throws IOException {
        var outcome = keeping.add(form.bytes(KeepingCorrespondentKeys.LARGEST), form.address(), viewer.authority());
        return switch (outcome) {
            case Outcome.Done<KeptCorrespondentKey>(var key) -> toList("notice.correspondent_keys.added", key);
            case Outcome.Refused<KeptCorrespondentKey>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, form, why);
        };
    }

    @PostMapping("/{id}")
    View update(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean valid,
            AgentViewer viewer) {
        return switch (keeping.use(id, version, valid, viewer.authority()).orElseThrow(NotFound::new)) {
            case Outcome.Done<KeptCorrespondentKey>(var key) ->
                toList(valid ? "notice.correspondent_keys.valid" : "notice.correspondent_keys.invalid", key);
            case Outcome.Refused<KeptCorrespondentKey>(var why) -> list(HttpStatus.UNPROCESSABLE_CONTENT, "", why);
        };
    }

    private View toList(String message, KeptCorrespondentKey key) {
        return views.redirect(Area.CORRESPONDENT_KEYS.address(), Notice.of(message, key.address()));
    }

    private View list(HttpStatus status, String q, @Nullable Refusal refusal) {
        var found = keeping.find(q, CorrespondentKeysPage.MOST + 1);
        return views.show(
                status, "admin/correspondent_keys", CorrespondentKeysPage.of(q, found, clock.instant(), refusal));
    }

    private View form(HttpStatus status, CorrespondentKeyForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/correspondent_key_form", new CorrespondentKeyFormPage(form, refusal));
    }
}
