package sportello.web.admin;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.KeepingLetters;
import sportello.notification.KeptLetter;
import sportello.notification.Specimens;
import sportello.notification.Wording;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** Which rules tell people, and in which words. */
@Controller
@RequestMapping("/admin/letters")
class LetterController {
    private final KeepingLetters keeping;
    private final Specimens specimens;
    private final Views views;

    LetterController(KeepingLetters keeping, Specimens specimens, Views views) {
        this.keeping = keeping;
        this.specimens = specimens;
        this.views = views;
    }

    @GetMapping
    View index() {
        return index(HttpStatus.OK, null);
    }

    @PostMapping
    View switchOn(@RequestParam(required = false) @Nullable List<Long> on, AgentViewer viewer) {
        var wanted = new HashSet<>(on == null ? List.<Long>of() : on);
        // what was sent without a number
        wanted.removeIf(Objects::isNull);
        return switch (keeping.switchOn(wanted, viewer.authority())) {
            case Outcome.Done<Integer> done -> toList(Notice.of("notice.letters.switched"));
            case Outcome.Refused<Integer>(var why) -> index(HttpStatus.UNPROCESSABLE_CONTENT, why);
        };
    }

    @GetMapping("/{name}/edit")
    View edit(@PathVariable String name) {
        var kept = letter(name);
        return form(HttpStatus.OK, kept, LetterForm.of(kept), null);
    }

    @PostMapping("/{name}")
    View update(@PathVariable String name, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = letter(name);
        var form = LetterForm.read(new Sent(sent), kept);
        return switch (keeping.correct(name, form.seen(), form.texts(), viewer.authority())) {
            case Outcome.Done<String> done -> toList(Notice.of("notice.letters.corrected"));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    @PostMapping("/{name}/restoration")
    View restore(@PathVariable String name, AgentViewer viewer) {
        var kept = letter(name);
        return switch (keeping.restore(name, viewer.authority())) {
            case Outcome.Done<String> done -> toList(Notice.of("notice.letters.restored"));
            case Outcome.Refused<String>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, LetterForm.of(kept), why);
        };
    }

    /** Nothing changes here, so the answer is a page; it is a POST because what is shown is not yet kept. */
    @PostMapping("/{name}/preview")
    View preview(@PathVariable String name, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = letter(name);
        var form = LetterForm.read(new Sent(sent), kept);
        var previews = new EnumMap<Language, Wording>(Language.class);
        for (var language : kept.shipped().keySet()) {
            switch (specimens.look(kept, form.texts(), language, form.number(), viewer)) {
                case Outcome.Done<Wording>(var wording) -> previews.put(language, wording);
                case Outcome.Refused<Wording>(var why) -> {
                    return form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
                }
            }
        }
        return views.show(
                "admin/letter_form", new LetterFormPage(kept, keeping.places(kept), form, previews, "", null));
    }

    /** What was typed stays typed, so the answer is a page here too. */
    @PostMapping("/{name}/trial")
    View send(@PathVariable String name, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = letter(name);
        var form = LetterForm.read(new Sent(sent), kept);
        return switch (specimens.send(kept, form.texts(), viewer.language(), form.number(), viewer)) {
            case Outcome.Done<String>(var address) ->
                views.show(
                        "admin/letter_form",
                        new LetterFormPage(kept, keeping.places(kept), form, Map.of(), address, null));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.LETTERS.address(), notice);
    }

    private View index(HttpStatus status, @Nullable Refusal refusal) {
        return views.show(status, "admin/letters", new LettersPage(keeping.rules(), keeping.own(), refusal));
    }

    private View form(HttpStatus status, KeptLetter kept, LetterForm form, @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/letter_form",
                new LetterFormPage(kept, keeping.places(kept), form, Map.of(), "", refusal));
    }

    private KeptLetter letter(String name) {
        return keeping.find(name).orElseThrow(NotFound::new);
    }
}
