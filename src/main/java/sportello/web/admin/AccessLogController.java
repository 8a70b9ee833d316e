package sportello.web.admin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.audit.AccessLine;
import sportello.audit.AccessLog;
import sportello.identity.KeepingAccess;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.TableFile;
import sportello.web.Views;
import sportello.web.Words;

@Controller
@RequestMapping("/admin/access-log")
class AccessLogController {
    private static final int AT_ONCE = 1000;

    private final AccessLog log;
    private final KeepingAccess rules;
    private final MessageSource messages;
    private final Clock clock;
    private final Views views;

    AccessLogController(AccessLog log, KeepingAccess rules, MessageSource messages, Clock clock, Views views) {
        this.log = log;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
        this.views = views;
    }

    /** @param before the last line of the page before */
    @GetMapping
    View index(AccessLogForm form, @RequestParam(required = false) @Nullable Long before, AgentViewer viewer) {
        var found = log.read(form.sought(viewer.zone()), before, AccessLogPage.MOST + 1);
        var months = rules.get().logMonths();
        return views.show("admin/access-log", AccessLogPage.of(form, months, found, before != null));
    }

    /** Stands in the log itself. */
    @GetMapping("/export")
    View export(AccessLogForm form, @RequestParam(defaultValue = "csv") String format, AgentViewer viewer) {
        if (!TableFile.FORMATS.contains(format)) throw new NotFound();
        var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
        var name = words.t("admin.area.access_log");
        return new TableFile(
                name, name, format, words, heads(words), () -> all(form, viewer).map(line -> cells(line, words)), null);
    }

    private Stream<AccessLine> all(AccessLogForm form, AgentViewer viewer) {
        var sought = form.sought(viewer.zone());
        return Stream.iterate(
                        log.read(sought, null, AT_ONCE),
                        some -> !some.isEmpty(),
                        some -> log.read(sought, some.getLast().no(), AT_ONCE))
                .flatMap(List::stream);
    }

    private static List<String> heads(Words words) {
        return Stream.of("no", "at", "person", "by", "what", "address", "browser", "thing", "found", "filter")
                .map(column -> words.t("access_log.column." + column))
                .toList();
    }

    private static List<Object> cells(AccessLine line, Words words) {
        return List.of(
                line.no(),
                LocalDateTime.ofInstant(line.at(), words.zone()),
                line.name(),
                line.by(),
                AccessLogWords.what(line, words),
                line.address(),
                line.browser(),
                line.thing(),
                line.found() == null ? "" : line.found(),
                Objects.requireNonNullElse(line.filter(), ""));
    }
}
