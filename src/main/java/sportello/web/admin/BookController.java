package sportello.web.admin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.audit.Book;
import sportello.audit.Change;
import sportello.audit.Line;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.TableFile;
import sportello.web.Views;
import sportello.web.Words;

@Controller
@RequestMapping("/admin/book")
class BookController {
    private static final int AT_ONCE = 1000;

    private final Book book;
    private final MessageSource messages;
    private final Clock clock;
    private final Views views;

    BookController(Book book, MessageSource messages, Clock clock, Views views) {
        this.book = book;
        this.messages = messages;
        this.clock = clock;
        this.views = views;
    }

    /** @param before the last line of the page before */
    @GetMapping
    View index(BookForm form, @RequestParam(required = false) @Nullable Long before, AgentViewer viewer) {
        var found = book.read(form.sought(viewer.zone()), before, BookPage.MOST + 1);
        return views.show("admin/book", BookPage.of(form, book.authors(), found, before != null));
    }

    @GetMapping("/export")
    View export(BookForm form, @RequestParam(defaultValue = "csv") String format, AgentViewer viewer) {
        if (!TableFile.FORMATS.contains(format)) throw new NotFound();
        var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
        var name = words.t("admin.area.book");
        return new TableFile(
                name,
                name,
                format,
                words,
                heads(words),
                () -> all(form, viewer).flatMap(line -> cells(line, words)),
                null);
    }

    private Stream<Line> all(BookForm form, AgentViewer viewer) {
        var sought = form.sought(viewer.zone());
        return Stream.iterate(
                        book.read(sought, null, AT_ONCE),
                        some -> !some.isEmpty(),
                        some -> book.read(sought, some.getLast().no(), AT_ONCE))
                .flatMap(List::stream);
    }

    private static List<String> heads(Words words) {
        return Stream.of("no", "at", "author", "address", "topic", "name", "act", "field", "old", "now")
                .map(column -> words.t("book.column." + column))
                .toList();
    }

    private static Stream<List<Object>> cells(Line line, Words words) {
        return line.changes().stream().map(change -> cells(line, change, words));
    }

    private static List<Object> cells(Line line, Change change, Words words) {
        return List.of(
                line.no(),
                LocalDateTime.ofInstant(line.at(), words.zone()),
                BookWords.author(line.by(), words),
                line.by().address(),
                words.t("book.topic." + line.topic().key()),
                line.name(),
                words.t("book.act." + line.act().key()),
                BookWords.field(change, words),
                BookWords.value(change.old(), words),
                BookWords.value(change.now(), words));
    }
}
