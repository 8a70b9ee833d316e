package sportello.install;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.GroupId;
import sportello.agent.KeepingGroups;
import sportello.agent.KeepingRoles;
import sportello.agent.Permission;
import sportello.agent.RoleDetails;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.configuration.FirstSteps;
import sportello.identity.Engaging;
import sportello.mail.Company;
import sportello.mail.House;
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
    private final KeepingRoles roles;
    private final OurCompany company;
    private final KeepingQueues queues;
    private final FirstSteps steps;
    private final Book book;

    Founding(
            FoundingSql sql,
            FoundingWords words,
            Engaging engaging,
            KeepingGroups groups,
            KeepingRoles roles,
            OurCompany company,
            KeepingQueues queues,
            FirstSteps steps,
            Book book) {
        this.sql = sql;
        this.words = words;
        this.engaging = engaging;
        this.groups = groups;
        this.roles = roles;
        this.company = company;
        this.queues = queues;
        this.steps = steps;
        this.book = book;
    }

    /** What is founded as the book tells of it, as far as nobody else writes it there. */
    private record WrittenCompany(String name, String email, Language language) {}

    private record WrittenKey(String group, String key) {}

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
        steps.begin();
        var house = new House(foundation.language(), company.house().zone());
        company.change(new Company(foundation.company(), "", foundation.email(), "", "", null, "", null, house));
        book.write(
                Topic.COMPANY,
                "",
                foundation.company(),
                null,
                new WrittenCompany(foundation.company(), foundation.email(), foundation.language()));
        return groups.add(names.group(), Authority.HOUSE)
                .then(group -> {
                    sql.grantAll(administrator, group.id());
                    var key = new WrittenKey(group.name(), "rw");
                    book.write(
                            Topic.AGENTS,
                            administrator.value(),
                            foundation.administratorName(),
                            new WrittenKey("", ""),
                            key);
                    names.readers().forEach(role -> reader(role, group.id()));
                    return queues.addRaw(queue(names.sorting(), List.of(), group.id()), Authority.HOUSE)
                            .then(sorting -> queues.add(first(foundation, names, group.id()), Authority.HOUSE));
                })
                .then(queue -> Outcome.done(foundation.login()));
    }

    /** For the office of quality and for oversight, who look at the work of others (S73, S76). */
    private void reader(FoundingWords.Reader role, GroupId group) {
        var reading = Map.of(group, Set.of(Permission.RO));
        var details = new RoleDetails(role.name(), role.comment(), true, true, role.access(), false, reading);
        roles.add(details, Authority.HOUSE);
    }

    /** What comes to the company's address lies in it. */
    private static QueueSettings first(Foundation foundation, FoundingWords.Names names, GroupId group) {
        return queue(names.requests(), List.of(foundation.email()), group);
    }

    private static QueueSettings queue(String name, List<String> addresses, GroupId group) {
        var policy = new MailPolicy(OnClosed.REOPEN, OnStranger.NOTE);
        return new QueueSettings(name, null, group, addresses, "", policy, 0, null, null, null, true);
    }
}
