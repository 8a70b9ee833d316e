package sportello.web.login;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Absences;
import sportello.agent.Agents;
import sportello.base.Refusal;
import sportello.identity.ChangingPassword;
import sportello.identity.ChoosingFactor;
import sportello.identity.Preferences;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;

/** Puts the account's page together: who works here is also asked about absences. */
@Component
class AccountPages {
    private final Absences absences;
    private final Agents agents;
    private final ChoosingFactor factors;
    private final ChangingPassword changing;

    AccountPages(Absences absences, Agents agents, ChoosingFactor factors, ChangingPassword changing) {
        this.absences = absences;
        this.agents = agents;
        this.factors = factors;
        this.changing = changing;
    }

    /** @param refusal why the password was not changed */
    AccountPage of(Viewer viewer, @Nullable Refusal refusal) {
        var absence = viewer instanceof AgentViewer agent ? absence(agent, null, null) : null;
        return new AccountPage(Preferences.of(viewer), refusal, changing.isPossible(viewer), factor(viewer), absence);
    }

    /** With an absence that was refused, as it was typed. */
    AccountPage of(AgentViewer viewer, AbsenceForm typed, Refusal refusal) {
        return new AccountPage(
                Preferences.of(viewer),
                null,
                changing.isPossible(viewer),
                factor(viewer),
                absence(viewer, typed, refusal));
    }

    private FactorPart factor(Viewer viewer) {
        return new FactorPart(factors.of(viewer).orElse(null));
    }

    private AbsencePart absence(AgentViewer viewer, @Nullable AbsenceForm typed, @Nullable Refusal refusal) {
        var planned = absences.of(viewer.id());
        var form = typed == null ? planned.map(AbsenceForm::of).orElse(AbsenceForm.BLANK) : typed;
        var colleagues = agents.valid(viewer.authority()).stream()
                .filter(agent -> !agent.id().equals(viewer.id()))
                .toList();
        return new AbsencePart(form, planned.orElse(null), colleagues, refusal);
    }
}
