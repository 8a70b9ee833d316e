package sportello.web.login;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.agent.Absence;
import sportello.agent.Absences;
import sportello.agent.Agents;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** When an agent is out of office. */
@Controller
class AbsenceController {
    private final Absences absences;
    private final Agents agents;
    private final AccountPages pages;
    private final Views views;

    AbsenceController(Absences absences, Agents agents, AccountPages pages, Views views) {
        this.absences = absences;
        this.agents = agents;
        this.pages = pages;
        this.views = views;
    }

    @PostMapping("/account/absence")
    View update(AbsenceForm form, AgentViewer viewer) {
        return switch (plan(form, viewer)) {
            case Outcome.Done<Absence> _ -> views.redirect("/account", Notice.of("absence.saved"));
            case Outcome.Refused<Absence>(var why) ->
                views.show(HttpStatus.UNPROCESSABLE_CONTENT, "account/account", pages.of(viewer, form, why));
        };
    }

    @PostMapping("/account/absence/end")
    View end(AgentViewer viewer) {
        absences.end(viewer.id());
        return views.redirect("/account", Notice.of("absence.ended"));
    }

    private Outcome<Absence> plan(AbsenceForm form, AgentViewer viewer) {
        var agent = agents.find(viewer.id()).orElseThrow(NotFound::new);
        return form.days().then(days -> absences.plan(agent, days.first(), days.last(), form.chosen(), form.note()));
    }
}
