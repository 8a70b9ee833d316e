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
    private final KeptAnswerSql answers;
    private final Fields fields;
    private final OurCompany company;

    Setups(Queues queues, MailFilterSql filters, KeptAnswerSql answers, Fields fields, OurCompany company) {
        this.queues = queues;
        this.filters = filters;
        this.answers = answers;
        this.fields = fields;
        this.company = company;
    }

    @Transactional(readOnly = true)
    public Setup now() {
        return new Setup(
                queues.addresses(), queues.senders(), filters.inOrder(), answers.all(), fields.all(), company.get());
    }
}
