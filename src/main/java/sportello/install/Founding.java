package sportello.install;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.agent.GroupId;
import sportello.base.Outcome;
import sportello.identity.Accounts;
import sportello.mail.Company;
import sportello.mail.OurCompany;
import sportello.queue.KeepingQueues;
import sportello.queue.MailPolicy;
import sportello.queue.MailPolicy.OnClosed;
import sportello.queue.MailPolicy.OnStranger;
import sportello.queue.QueueSettings;

/**
 * Founds a desk: the company, a group, the sorting queue and a first one for requests, and an administrator who may
 * everything in them. Once, while nobody works here yet.
 */
@Component
class Founding {
    private final FoundingSql sql;
    private final FoundingWords words;
    private final Accounts accounts;
    private final OurCompany company;
    private final KeepingQueues queues;

    Founding(FoundingSql sql, FoundingWords words, Accounts accounts, OurCompany company, KeepingQueues queues) {
        this.sql = sql;
        this.words = words;
        this.accounts = accounts;
        this.company = company;
        this.queues = queues;
    }

    /** Whether nobody works here yet. */
    boolean isNeeded() {
        return sql.isEmpty();
    }

    /** The log-in name of the first administrator. */
    @Transactional
    Outcome<String> found(Foundation typed, String password) {
        sql.keepAlone();
        if (!sql.isEmpty()) return Outcome.refused("founding.founded");
        return typed.checked()
                .then(foundation -> accounts.refuses(password, foundation.knownWords())
                        .<Outcome<String>>map(Outcome.Refused::new)
                        .orElseGet(() -> found(foundation, words.of(foundation.language()), password)));
    }

    private Outcome<String> found(Foundation foundation, FoundingWords.Names names, String password) {
        company.change(new Company(foundation.company(), "", foundation.email(), "", "", null));
        var group = sql.group(names.group());
        var administrator = sql.administrator(foundation);
        sql.grantAll(administrator, group);
        sql.sortingQueue(names.sorting(), group);
        accounts.open(administrator, password);
        return queues.add(first(foundation, names, group), Authority.HOUSE)
                .then(queue -> Outcome.done(foundation.login()));
    }

    /** What comes to the company's address lies in it. */
    private static QueueSettings first(Foundation foundation, FoundingWords.Names names, GroupId group) {
        var policy = new MailPolicy(OnClosed.REOPEN, OnStranger.NOTE);
        return new QueueSettings(
                names.requests(), null, group, List.of(foundation.email()), "", policy, null, null, true);
    }
}
