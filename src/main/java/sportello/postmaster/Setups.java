package sportello.postmaster;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.field.Fields;
import sportello.mail.OurCompany;
import sportello.queue.Queues;

/** Looks up how the house is set up. */
@Component
class Setups {
    private final Queues queues;
    private final MailFilterSql filters;
    private final Fields fields;
    private final OurCompany company;

    Setups(Queues queues, MailFilterSql filters, Fields fields, OurCompany company) {
        this.fields = fields;
        this.queues = queues;
        this.filters = filters;
        this.company = company;
    }

    @Transactional(readOnly = true)
    public Setup now() {
        return new Setup(queues.addresses(), filters.inOrder(), fields.all(), company.get());
    }
}
