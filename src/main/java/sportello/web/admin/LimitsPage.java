package sportello.web.admin;

import java.util.List;
import sportello.ticket.KeptLimit;

/** The limits in their order. */
public record LimitsPage(List<KeptLimit> limits) {

    public LimitsPage {
        limits = List.copyOf(limits);
    }

    public List<String> works(KeptLimit kept) {
        return kept.limit().then().works().stream()
                .sorted()
                .map(LimitTrialPage::message)
                .toList();
    }
}
