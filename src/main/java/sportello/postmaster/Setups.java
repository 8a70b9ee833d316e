package sportello.postmaster;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.mail.OurCompany;
import sportello.queue.Queues;

/** Looks up how the house is set up. */
@Component
class Setups {
    private final Queues queues;
    private final MailFilterSql filters;
    private final OurCompany company;

    Setups(Queues queues, MailFilterSql filters, OurCompany company) {
        this.queues = queues;
        this.filters = filters;
        this.company = company;
    }

    @Transactional(readOnly = true)
    public Setup now() {
        return new Setup(queues.addresses(), filters.inOrder(), company.get());
    }
}
