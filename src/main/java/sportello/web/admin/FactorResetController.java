package sportello.web.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.customer.CustomerUserId;
import sportello.identity.KeepingFactors;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;

/** Where administrators help somebody who has lost a second factor. */
@Controller
class FactorResetController {
    private final KeepingFactors keeping;
    private final Views views;

    FactorResetController(KeepingFactors keeping, Views views) {
        this.keeping = keeping;
        this.views = views;
    }

    @PostMapping("/admin/agents/{id}/factor/removal")
    View ofAgent(@PathVariable long id, AgentViewer viewer) {
        return answer(keeping.remove(new AgentId(id), viewer.authority()), Area.AGENTS.address() + "/" + id + "/edit");
    }

    @PostMapping("/customers/users/{id}/factor/removal")
    View ofCustomerUser(@PathVariable long id, AgentViewer viewer) {
        return answer(keeping.remove(new CustomerUserId(id), viewer.authority()), "/customers/users/" + id + "/edit");
    }

    private View answer(Outcome<String> outcome, String address) {
        return switch (outcome) {
            case Outcome.Done<String>(var name) -> views.redirect(address, Notice.of("notice.factor.reset", name));
            case Outcome.Refused<String>(var why) -> views.redirect(address, Notice.of(why));
        };
    }
}
