package sportello.web.admin;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.agent.KeepingNews;
import sportello.agent.KeptNews;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/news")
class NewsController {
    private final KeepingNews keeping;
    private final Clock clock;
    private final Views views;

    NewsController(KeepingNews keeping, Clock clock, Views views) {
        this.keeping = keeping;
        this.clock = clock;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/news", new NewsPage(keeping.latest(NewsPage.MOST), clock.instant()));
    }

    @GetMapping("/new")
    View fresh(AgentViewer viewer) {
        return form(HttpStatus.OK, null, NewsForm.blank(clock.instant(), viewer.zone()), null);
    }

    @PostMapping
    View create(NewsForm form, AgentViewer viewer) {
        return switch (form.details(viewer.zone()).then(details -> keeping.add(details, viewer.authority()))) {
            case Outcome.Done<String>(var title) -> toList(Notice.of("notice.news.added", title));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var kept = news(id);
        return form(HttpStatus.OK, kept, NewsForm.of(kept, viewer.zone()), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, NewsForm form, AgentViewer viewer) {
        var kept = news(id);
        var outcome = form.details(viewer.zone())
                .then(details -> keeping.correct(id, form.seen(), details, viewer.authority()));
        return switch (outcome) {
            case Outcome.Done<String>(var title) -> toList(Notice.of("notice.news.corrected", title));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.NEWS.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptNews kept, NewsForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/news_form", new NewsFormPage(kept, form, refusal));
    }

    private KeptNews news(long id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
