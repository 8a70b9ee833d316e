package sportello.web.agent.search;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.field.Field;
import sportello.field.Subject;
import sportello.identity.Viewer.AgentViewer;
import sportello.search.Exporting;
import sportello.search.SearchForm;
import sportello.ticket.Choices;
import sportello.web.NotFound;
import sportello.web.TableFile;
import sportello.web.Views;
import sportello.web.Words;

@Controller
class ExportController {
    private final Exporting exporting;
    private final Choices choices;
    private final MessageSource messages;
    private final Clock clock;
    private final Views views;

    ExportController(Exporting exporting, Choices choices, MessageSource messages, Clock clock, Views views) {
        this.exporting = exporting;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
        this.views = views;
    }

    /** A search that is not in order says so on its page. */
    @GetMapping("/search/export")
    View show(@ModelAttribute SearchForm form, @RequestParam(defaultValue = "csv") String format, AgentViewer viewer) {
        if (!TableFile.FORMATS.contains(format)) throw new NotFound();
        return switch (form.read()) {
            case Outcome.Done(var criteria) -> {
                var selection = exporting.select(criteria, viewer);
                var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
                var own = choices.words().fields().stream()
                        .filter(field -> field.subject() != Subject.ARTICLE)
                        .toList();
                var told = own.stream().map(Field::subject).collect(toSet());
                yield new Export(words, own)
                        .file(format, () -> exporting.lines(selection, told, viewer), selection.cut());
            }
            case Outcome.Refused(var why) -> views.redirect(SearchAddresses.of(form));
        };
    }
}
