package sportello.install;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.GroupId;
import sportello.agent.KeepingGroups;
import sportello.base.Outcome;
import sportello.identity.Engaging;
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
    private final Engaging engaging;
    private final KeepingGroups groups;
    private final OurCompany company;
    private final KeepingQueues queues;

    Founding(
            FoundingSql sql,
            FoundingWords words,
            Engaging engaging,
            KeepingGroups groups,
            OurCompany company,
            KeepingQueues queues) {
        this.sql = sql;
        this.words = words;
        this.engaging = engaging;
        this.groups = groups;
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
                .then(foundation -> engaging.engage(foundation.administrator(), password, Authority.HOUSE)
                        .then(administrator -> found(foundation, administrator)));
    }

    /** Nothing of this can be refused any more: the names are the house's own, and nobody else is here. */
    private Outcome<String> found(Foundation foundation, AgentId administrator) {
        var names = words.of(foundation.language());
        company.change(new Company(foundation.company(), "", foundation.email(), "", "", null));
        return groups.add(names.group(), Authority.HOUSE)
                .then(group -> {
                    sql.grantAll(administrator, group.id());
                    sql.sortingQueue(names.sorting(), group.id());
                    return queues.add(first(foundation, names, group.id()), Authority.HOUSE);
                })
                .then(queue -> Outcome.done(foundation.login()));
    }

    /** What comes to the company's address lies in it. */
    private static QueueSettings first(Foundation foundation, FoundingWords.Names names, GroupId group) {
        var policy = new MailPolicy(OnClosed.REOPEN, OnStranger.NOTE);
        return new QueueSettings(
                names.requests(), null, group, List.of(foundation.email()), "", policy, null, null, true);
    }
}
