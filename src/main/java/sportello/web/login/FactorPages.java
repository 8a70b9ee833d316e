package sportello.web.login;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Refusal;
import sportello.identity.FactorDraft;
import sportello.mail.OurCompany;

/** Puts the page of a new key together: apps list it under the company's name. */
@Component
class FactorPages {
    private final OurCompany company;

    FactorPages(OurCompany company) {
        this.company = company;
    }

    FactorPage of(FactorDraft draft, String action, String target, String withheld, @Nullable Refusal refusal) {
        var address = draft.address(company.get().name());
        return new FactorPage(draft, QrCode.of(address), action, target, withheld, refusal);
    }
}
