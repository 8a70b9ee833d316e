package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.Arrival;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.mailbox.FetchingAgain;
import sportello.mailbox.Mailboxes;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.RawMail;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/quarantine")
class QuarantineController {
    /** Of a reason, in characters. */
    private static final int LONGEST = 200;

    private final Arrivals arrivals;
    private final FetchingAgain fetching;
    private final Mailboxes mailboxes;
    private final Views views;

    QuarantineController(Arrivals arrivals, FetchingAgain fetching, Mailboxes mailboxes, Views views) {
        this.arrivals = arrivals;
        this.fetching = fetching;
        this.mailboxes = mailboxes;
        this.views = views;
    }

    /** @param before the last mail of the page before */
    @GetMapping
    View index(@RequestParam(required = false) @Nullable Long before) {
        return page(HttpStatus.OK, before, null);
    }

    /** Only what is in quarantine: what became an article is read where the article is. */
    @GetMapping("/{id}/source")
    View source(@PathVariable long id) {
        var arrival = quarantined(id);
        return RawMail.of(arrival, () -> arrivals.open(arrival));
    }

    @PostMapping("/{id}/retrial")
    View again(@PathVariable long id) {
        quarantined(id);
        return arrivals.again(new ArrivalId(id))
                ? toList(Notice.of("notice.quarantine.again"))
                : refused(null, "", new Refusal("quarantine.only_head"));
    }

    @PostMapping("/{id}/fetching")
    View fetch(@PathVariable long id, AgentViewer viewer) {
        quarantined(id);
        return switch (fetching.fetch(new ArrivalId(id), viewer.authority())) {
            case Outcome.Done<ArrivalId> done -> toList(Notice.of("notice.quarantine.fetched"));
            case Outcome.Refused<ArrivalId>(var why) -> toList(Notice.of(why));
        };
    }

    @PostMapping("/{id}/discard")
    View discard(@PathVariable long id, @RequestParam String why, AgentViewer viewer) {
        quarantined(id);
        var reason = CleanText.line(why);
        if (CleanText.isBlank(reason)) return refused(id, why, new Refusal("quarantine.why"));
        if (reason.length() > LONGEST) return refused(id, why, new Refusal("quarantine.long", LONGEST));
        return arrivals.discard(new ArrivalId(id), reason, viewer.name())
                ? toList(Notice.of("notice.quarantine.discarded"))
                : toList(Notice.of("notice.quarantine.meanwhile"));
    }

    private View refused(@Nullable Long open, String typed, Refusal why) {
        return page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                open == null ? null : open + 1,
                new QuarantinePage.Refused(open, typed, why));
    }

    private View page(HttpStatus status, @Nullable Long before, QuarantinePage.@Nullable Refused refused) {
        var found = arrivals.quarantined(before == null ? null : new ArrivalId(before), QuarantinePage.MOST + 1);
        return views.show(
                status, "admin/quarantine", QuarantinePage.of(mailboxes.all(), found, before != null, refused));
    }

    private Arrival quarantined(long id) {
        return arrivals.find(new ArrivalId(id))
                .filter(arrival -> arrival.state() == Arrival.State.QUARANTINED)
                .orElseThrow(NotFound::new);
    }

    private View toList(Notice notice) {
        return views.redirect(Area.QUARANTINE.address(), notice);
    }
}
