package sportello.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.field.Reader;
import sportello.mail.OurCompany;
import sportello.queue.QueueHours;
import sportello.ticket.Briefing;
import sportello.ticket.TicketId;
import sportello.webhook.Webhooks;

/** The rules of the house's own, and whom they address around a ticket. */
@Component
class OwnRules {
    /** A day of whatever calendar began less long ago. */
    private static final Duration LATELY = Duration.ofHours(26);

    private final OwnRuleSql sql;
    private final Webhooks webhooks;
    private final OurCompany company;
    private final QueueHours hours;

    OwnRules(OwnRuleSql sql, Webhooks webhooks, OurCompany company, QueueHours hours) {
        this.sql = sql;
        this.webhooks = webhooks;
        this.company = company;
        this.hours = hours;
    }

    /** Those that can tell of it, in the administrators' order. */
    List<KeptOwnRule> on(Occasion occasion) {
        return sql.on(occasion);
    }

    /** Those of them that are for the ticket and the text, audience by audience, as they are at the moment. */
    List<Rule> addressed(List<KeptOwnRule> candidates, Briefing ticket, Said said, Instant now) {
        if (candidates.isEmpty()) return List.of();
        var house = Reader.of(company.house());
        var meant = candidates.stream()
                .filter(kept -> kept.rule().tickets().admits(ticket, said.all(), house))
                .filter(kept -> kept.rule().articles().admits(ticket.article()))
                .toList();
        if (meant.isEmpty()) return List.of();
        var listed = sql.listed(meant.stream().map(KeptOwnRule::id).toList(), ticket.id());
        var rests = meant.stream().anyMatch(kept -> kept.rule().options().inWorkingHours())
                && hours.restOf(ticket.queue(), now).isPresent();
        return meant.stream()
                .flatMap(kept -> rules(kept, rests, listed.getOrDefault(kept.id(), Map.of()), house))
                .toList();
    }

    private Stream<Rule> rules(KeptOwnRule kept, boolean rests, Map<Audience, List<AgentId>> listed, Reader house) {
        var rule = kept.rule();
        return rule.recipients().audiences().stream()
                .map(audience -> new Rule(
                        kept.id(),
                        true,
                        audience,
                        rule.texts(),
                        rule.options(),
                        rests && rule.options().inWorkingHours(),
                        listed.getOrDefault(audience, List.of()),
                        beyond(audience, rule, house),
                        kept.silent()));
    }

    private List<? extends Person> beyond(Audience audience, OwnRule rule, Reader house) {
        if (audience == Audience.ADDRESSES) return outside(rule, house);
        return audience == Audience.WEBHOOKS ? hooks(rule, house) : List.of();
    }

    private List<Person.Hook> hooks(OwnRule rule, Reader house) {
        return webhooks.of(rule.recipients().webhooks()).stream()
                .map(webhook -> new Person.Hook(webhook, new Reader(webhook.language(), house.zone())))
                .toList();
    }

    private static List<Person.Outside> outside(OwnRule rule, Reader house) {
        return rule.recipients().addresses().stream()
                .map(address -> new Person.Outside(address, house))
                .toList();
    }

    Lately lately(List<Rule> rules, TicketId ticket, Instant now) {
        var daily = rules.stream()
                .filter(rule -> rule.options().daily())
                .map(Rule::id)
                .collect(Collectors.toSet());
        return daily.isEmpty() ? Lately.NOTHING : new Lately(now, sql.told(daily, ticket, now.minus(LATELY)));
    }
}
