package sportello.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.field.Reader;
import sportello.settings.Settings;
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
    private final Clock clock;

    /** As administrators write what a field must say. */
    private final Reader reader;

    OwnRules(OwnRuleSql sql, Webhooks webhooks, Clock clock, Settings settings) {
        this.sql = sql;
        this.webhooks = webhooks;
        this.clock = clock;
        this.reader = Reader.ofTheHouse(settings.timeZone());
    }

    /** Those that can tell of it, in the administrators' order. */
    List<KeptOwnRule> on(Occasion occasion) {
        return sql.on(occasion);
    }

    /** Those of them that are for the ticket and the text, audience by audience. */
    List<Rule> addressed(List<KeptOwnRule> candidates, Briefing ticket, Said said) {
        var held = candidates.stream()
                .filter(kept -> kept.rule().tickets().admits(ticket, said.all(), reader))
                .filter(kept -> kept.rule().articles().admits(ticket.article()))
                .toList();
        if (held.isEmpty()) return List.of();
        var listed = sql.listed(held.stream().map(KeptOwnRule::id).toList(), ticket.id());
        return held.stream()
                .flatMap(kept -> rules(kept, listed.getOrDefault(kept.id(), Map.of())))
                .toList();
    }

    private Stream<Rule> rules(KeptOwnRule kept, Map<Audience, List<AgentId>> listed) {
        var rule = kept.rule();
        return rule.recipients().audiences().stream()
                .map(audience -> new Rule(
                        kept.id(),
                        true,
                        audience,
                        rule.texts(),
                        rule.options(),
                        listed.getOrDefault(audience, List.of()),
                        beyond(audience, rule)));
    }

    private List<? extends Person> beyond(Audience audience, OwnRule rule) {
        if (audience == Audience.ADDRESSES) return outside(rule);
        return audience == Audience.WEBHOOKS ? hooks(rule) : List.of();
    }

    private List<Person.Hook> hooks(OwnRule rule) {
        return webhooks.of(rule.recipients().webhooks()).stream()
                .map(webhook -> new Person.Hook(webhook, new Reader(webhook.language(), reader.zone())))
                .toList();
    }

    private List<Person.Outside> outside(OwnRule rule) {
        return rule.recipients().addresses().stream()
                .map(address -> new Person.Outside(address, reader))
                .toList();
    }

    Lately lately(List<Rule> rules, TicketId ticket) {
        var daily = rules.stream()
                .filter(rule -> rule.options().daily())
                .map(Rule::id)
                .collect(Collectors.toSet());
        var now = clock.instant();
        return daily.isEmpty() ? Lately.NOTHING : new Lately(now, sql.told(daily, ticket, now.minus(LATELY)));
    }
}
