package sportello.web.admin;

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
import sportello.agent.Agents;
import sportello.agent.KeepingRoles;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.stats.KeepingMailedReports;
import sportello.stats.KeptMailedReport;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** Which reports are sent to whom, and when. */
@Controller
@RequestMapping("/admin/mailed-reports")
class MailedReportController {
    private final KeepingMailedReports keeping;
    private final KeepingRoles roles;
    private final Agents agents;
    private final Views views;

    MailedReportController(KeepingMailedReports keeping, KeepingRoles roles, Agents agents, Views views) {
        this.keeping = keeping;
        this.roles = roles;
        this.agents = agents;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/mailed_reports", new MailedReportsPage(keeping.all()));
    }

    @GetMapping("/new")
    View fresh(AgentViewer viewer) {
        return form(HttpStatus.OK, null, MailedReportForm.BLANK, null, viewer);
    }

    @PostMapping
    View create(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = MailedReportForm.read(new Sent(sent));
        return switch (form.report().then(report -> keeping.add(report, viewer.authority()))) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.mailed_reports.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why, viewer);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var kept = report(id);
        return form(HttpStatus.OK, kept, MailedReportForm.of(kept), null, viewer);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = report(id);
        var form = MailedReportForm.read(new Sent(sent));
        return switch (form.report().then(report -> keeping.correct(id, form.seen(), report, viewer.authority()))) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.mailed_reports.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why, viewer);
        };
    }

    /** The report as it is kept, to whoever asks. */
    @PostMapping("/{id}/trial")
    View send(@PathVariable long id, AgentViewer viewer) {
        var kept = report(id);
        return switch (keeping.send(id, viewer)) {
            case Outcome.Done<String>(var address) -> toList(Notice.of("notice.mailed_reports.sent", address));
            case Outcome.Refused<String>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, MailedReportForm.of(kept), why, viewer);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.MAILED_REPORTS.address(), notice);
    }

    private View form(
            HttpStatus status,
            @Nullable KeptMailedReport kept,
            MailedReportForm form,
            @Nullable Refusal refusal,
            AgentViewer viewer) {
        return views.show(
                status,
                "admin/mailed_report_form",
                new MailedReportFormPage(kept, form, roles.all(), agents.valid(viewer.authority()), refusal));
    }

    private KeptMailedReport report(long id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
