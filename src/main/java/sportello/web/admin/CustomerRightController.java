package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.agent.GroupId;
import sportello.agent.KeepingGroups;
import sportello.agent.KeptGroup;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.CustomerRight;
import sportello.customer.CustomerRights;
import sportello.customer.KeepingCustomerRights;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** Which customers, and which people of theirs, see requests in a reserved group. */
@Controller
@RequestMapping("/admin/groups/{id}/customers")
class CustomerRightController {
    private final KeepingGroups groups;
    private final CustomerRights rights;
    private final KeepingCustomerRights keeping;
    private final Views views;

    CustomerRightController(KeepingGroups groups, CustomerRights rights, KeepingCustomerRights keeping, Views views) {
        this.groups = groups;
        this.rights = rights;
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping
    View index(@PathVariable long id) {
        return show(HttpStatus.OK, group(id), CustomerRightForm.BLANK, null);
    }

    @PostMapping
    View give(@PathVariable long id, CustomerRightForm form, AgentViewer viewer) {
        var kept = group(id);
        return switch (keeping.give(
                kept.group().id(), form.holder(), form.isWriting(), form.isForOurs(), viewer.authority())) {
            case Outcome.Done<CustomerRight>(var given) ->
                views.redirect(
                        CustomerRightsPage.addressOf(kept), Notice.of("notice.customer_right.given", given.name()));
            case Outcome.Refused<CustomerRight>(var why) -> show(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    @PostMapping("/{right}/removal")
    View take(@PathVariable long id, @PathVariable long right, AgentViewer viewer) {
        var kept = group(id);
        return switch (keeping.take(kept.group().id(), right, viewer.authority())) {
            case Outcome.Done<String>(var name) ->
                views.redirect(CustomerRightsPage.addressOf(kept), Notice.of("notice.customer_right.taken", name));
            case Outcome.Refused<String>(var why) ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, kept, CustomerRightForm.BLANK, why);
        };
    }

    private View show(HttpStatus status, KeptGroup kept, CustomerRightForm form, @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/customer_rights",
                new CustomerRightsPage(kept, rights.in(kept.group().id()), form, refusal));
    }

    private KeptGroup group(long id) {
        return groups.find(new GroupId(id)).orElseThrow(NotFound::new);
    }
}
