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
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.KeepingPhrases;
import sportello.reply.Phrase;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** The kind of phrase stands in the address, the queue beside it; without one it is the house's. */
@Controller
@RequestMapping("/admin/phrases")
class PhraseController {
    private final KeepingPhrases keeping;
    private final QueueChoice queues;
    private final Views views;

    PhraseController(KeepingPhrases keeping, QueueChoice queues, Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/phrases", new PhrasesPage(keeping.all(), queues.valid()));
    }

    @GetMapping("/{kind}/edit")
    View edit(@PathVariable String kind, @RequestParam(required = false) @Nullable Long queue) {
        var phrase = phrase(kind);
        var kept = queues.named(queue);
        var body = keeping.body(phrase, QueueChoice.id(kept));
        return views.show("admin/phrase_form", new PhraseFormPage(phrase, kept, body, body, null));
    }

    @PostMapping("/{kind}")
    View update(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Long queue,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String body,
            AgentViewer viewer) {
        var phrase = phrase(kind);
        var kept = queues.named(queue);
        return switch (keeping.write(phrase, QueueChoice.id(kept), seen, body, viewer.authority())) {
            case Outcome.Done<Phrase>(var done) ->
                views.redirect(Area.PHRASES.address(), Notice.of("notice.phrase." + done.key()));
            case Outcome.Refused<Phrase>(var why) ->
                views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "admin/phrase_form",
                        new PhraseFormPage(phrase, kept, seen, body, why));
        };
    }

    private static Phrase phrase(String kind) {
        return Arrays.stream(Phrase.values())
                .filter(one -> one.key().equals(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
