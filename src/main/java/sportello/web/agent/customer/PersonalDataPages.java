package sportello.web.agent.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import sportello.base.Refusal;
import sportello.customer.CustomerUser;
import sportello.privacy.ErasingPerson;
import sportello.privacy.Holding;
import sportello.web.Views;

/** The page of a person's data, as every door of it shows it. */
@Component
class PersonalDataPages {
    private final ErasingPerson erasing;
    private final Holding holding;
    private final Views views;

    PersonalDataPages(ErasingPerson erasing, Holding holding, Views views) {
        this.erasing = erasing;
        this.holding = holding;
        this.views = views;
    }

    View show(CustomerUser user) {
        return views.show("agent/customer/data", page(user, HoldForm.BLANK, PersonalDataPage.Place.OUT, null));
    }

    View refused(CustomerUser user, PersonalDataPage.Place place, Refusal why) {
        return refused(user, HoldForm.BLANK, place, why);
    }

    View refused(CustomerUser user, HoldForm form, PersonalDataPage.Place place, Refusal why) {
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, "agent/customer/data", page(user, form, place, why));
    }

    private PersonalDataPage page(
            CustomerUser user, HoldForm form, PersonalDataPage.Place place, @Nullable Refusal refusal) {
        return new PersonalDataPage(
                user,
                erasing.isErased(user.id()),
                erasing.extent(user.id()),
                holding.on(user.id()),
                form,
                place,
                refusal);
    }
}
