package sportello.configuration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.mail.Company;
import sportello.mail.OurCompany;
import sportello.mail.Servers;
import sportello.mailbox.Mailboxes;
import sportello.queue.Queues;
import sportello.worktime.Hours;

/**
 * What a desk that was just founded still lacks. Whether a step is done shows in the house itself, however it was done;
 * here is only kept of which nobody wants to hear any more.
 */
@Component
public class FirstSteps {
    /** The sorting queue and the one for requests, with which a desk is founded. */
    private static final int FOUNDED_QUEUES = 2;

    private final FirstStepSql sql;
    private final OurCompany company;
    private final Servers servers;
    private final Mailboxes mailboxes;
    private final Queues queues;
    private final Hours hours;

    FirstSteps(FirstStepSql sql, OurCompany company, Servers servers, Mailboxes mailboxes, Queues queues, Hours hours) {
        this.sql = sql;
        this.company = company;
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.queues = queues;
        this.hours = hours;
    }

    /** From now on somebody is asked for all of them. */
    @Transactional
    public void begin() {
        sql.askAll();
    }

    /** Those that are neither done nor dismissed, in their order. */
    public List<FirstStep> open() {
        return sql.asked().stream().filter(step -> !isDone(step)).toList();
    }

    /** Nobody is asked for it any more; it can be done all the same. */
    @Transactional
    public Outcome<FirstStep> dismiss(FirstStep step, Authority by) {
        if (!by.administrator()) return Outcome.refused("start.administer");
        sql.delete(step);
        return Outcome.done(step);
    }

    private boolean isDone(FirstStep step) {
        return switch (step) {
            case COMPANY -> hasFace(company.get());
            case RELAY -> servers.chosen().isPresent();
            case MAILBOXES -> !mailboxes.all().isEmpty();
            case QUEUES -> queues.valid().size() > FOUNDED_QUEUES;
            case HOURS -> !hours.valid().isEmpty();
        };
    }

    /** More than the name and the address that are asked for when a desk is founded. */
    private static boolean hasFace(Company company) {
        return company.hasLogo()
                || company.accent() != null
                || !(company.footer() + company.address() + company.phone()).isBlank();
    }
}
