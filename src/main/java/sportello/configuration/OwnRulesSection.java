package sportello.configuration;

import static sportello.configuration.Reference.Kind.AGENT;
import static sportello.configuration.Reference.Kind.GROUP;
import static sportello.configuration.Reference.Kind.OWN_STATE;
import static sportello.configuration.Reference.Kind.QUEUE;
import static sportello.configuration.Reference.Kind.ROLE;
import static sportello.configuration.Reference.Kind.SERVICE;
import static sportello.configuration.Reference.Kind.TYPE;
import static sportello.configuration.Reference.Kind.WEBHOOK;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.notification.ArticleFilter;
import sportello.notification.KeepingOwnRules;
import sportello.notification.KeptOwnRule;
import sportello.notification.OwnRule;
import sportello.notification.Recipients;
import sportello.notification.TicketFilter;
import sportello.notification.Wording;

/** The house's own rules of who is told what, in their order. */
@Component
class OwnRulesSection implements Section<OwnRuleEntry> {
    private final KeepingOwnRules keeping;
    private final Register register;

    OwnRulesSection(KeepingOwnRules keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    @Override
    public Part part() {
        return Part.OWN_RULES;
    }

    @Override
    public OwnRuleEntry blank() {
        return OwnRuleEntry.BLANK;
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<OwnRuleEntry> all() {
        var kept = keeping.all();
        if (kept.isEmpty()) return List.of();
        var names = new EnumMap<Reference.Kind, Names>(Reference.Kind.class);
        for (var kind : List.of(QUEUE, OWN_STATE, TYPE, SERVICE, AGENT, GROUP, ROLE, WEBHOOK))
            names.put(kind, register.of(kind));
        return kept.stream().map(rule -> entry(rule, names)).toList();
    }

    private static OwnRuleEntry entry(KeptOwnRule kept, Map<Reference.Kind, Names> names) {
        var rule = kept.rule();
        return new OwnRuleEntry(
                rule.name(),
                List.copyOf(rule.occasions()),
                tickets(rule.tickets(), names),
                articles(rule.articles()),
                told(rule.recipients(), names),
                rule.options(),
                text(rule, Language.ITALIAN),
                text(rule, Language.ENGLISH),
                kept.valid());
    }

    private static OwnRuleEntry.Tickets tickets(TicketFilter filter, Map<Reference.Kind, Names> names) {
        return new OwnRuleEntry.Tickets(
                names(names, QUEUE, filter.queues()),
                Register.ours(filter.states()),
                names(names, OWN_STATE, Register.further(filter.states())),
                List.copyOf(filter.priorities()),
                names(names, TYPE, filter.types()),
                names(names, SERVICE, filter.services()),
                OwnRuleEntry.Wanted.of(filter.locked()),
                names(names, AGENT, filter.owners()),
                names(names, AGENT, filter.responsibles()),
                List.copyOf(filter.customers()),
                filter.fields());
    }

    private static OwnRuleEntry.Articles articles(ArticleFilter filter) {
        return new OwnRuleEntry.Articles(
                List.copyOf(filter.senders()),
                List.copyOf(filter.channels()),
                OwnRuleEntry.Wanted.of(filter.visible()),
                filter.subject(),
                filter.body(),
                OwnRuleEntry.Wanted.of(filter.files()));
    }

    private static OwnRuleEntry.Told told(Recipients recipients, Map<Reference.Kind, Names> names) {
        var permission = recipients.permission();
        return new OwnRuleEntry.Told(
                List.copyOf(recipients.ticked()),
                permission == null ? List.of() : List.of(permission),
                names(names, GROUP, recipients.groups()),
                names(names, ROLE, recipients.roles()),
                names(names, AGENT, recipients.agents()),
                recipients.addresses(),
                names(names, WEBHOOK, recipients.webhooks()));
    }

    private static List<String> names(Map<Reference.Kind, Names> names, Reference.Kind kind, Set<Long> ids) {
        var known = names.get(kind);
        return known == null ? List.of() : known.names(ids);
    }

    private static Text text(OwnRule rule, Language language) {
        var wording = rule.texts().get(language);
        return wording == null ? Text.NONE : new Text(wording.subject(), wording.body());
    }

    @Override
    public Stream<Reference> references(OwnRuleEntry entry) {
        var tickets = entry.tickets();
        var told = entry.recipients();
        return Stream.of(
                        Reference.to(QUEUE, tickets.queues()),
                        Reference.to(OWN_STATE, tickets.ownStates()),
                        Reference.to(TYPE, tickets.types()),
                        Reference.to(SERVICE, tickets.services()),
                        Reference.to(AGENT, tickets.owners()),
                        Reference.to(AGENT, tickets.responsibles()),
                        Reference.to(GROUP, told.groups()),
                        Reference.to(ROLE, told.roles()),
                        Reference.to(AGENT, told.agents()),
                        Reference.to(WEBHOOK, told.webhooks()))
                .flatMap(references -> references);
    }

    @Override
    public Outcome<?> keep(@Nullable OwnRuleEntry before, OwnRuleEntry wanted, Authority by) {
        if (wanted.recipients().permissions().size() > 1) return Outcome.refused("configuration.permissions");
        var rule = new OwnRule(
                wanted.name(),
                Set.copyOf(wanted.occasions()),
                filter(wanted.tickets()),
                filter(wanted.articles()),
                recipients(wanted.recipients()),
                wanted.options(),
                Map.of(
                        Language.ITALIAN,
                        new Wording(wanted.italian().subject(), wanted.italian().body()),
                        Language.ENGLISH,
                        new Wording(wanted.english().subject(), wanted.english().body())));
        if (before == null) return keeping.add(rule, wanted.valid(), by);
        var kept = kept(before.name());
        return keeping.correct(kept.id(), kept.version(), rule, wanted.valid(), by);
    }

    private TicketFilter filter(OwnRuleEntry.Tickets tickets) {
        return new TicketFilter(
                register.known(QUEUE, tickets.queues()),
                register.states(tickets.states(), tickets.ownStates()),
                Set.copyOf(tickets.priorities()),
                register.known(TYPE, tickets.types()),
                register.known(SERVICE, tickets.services()),
                tickets.locked().value(),
                register.known(AGENT, tickets.owners()),
                register.known(AGENT, tickets.responsibles()),
                Set.copyOf(tickets.customers()),
                tickets.fields());
    }

    private static ArticleFilter filter(OwnRuleEntry.Articles articles) {
        return new ArticleFilter(
                Set.copyOf(articles.senders()),
                Set.copyOf(articles.channels()),
                articles.visible().value(),
                articles.subject(),
                articles.body(),
                articles.files().value());
    }

    private Recipients recipients(OwnRuleEntry.Told told) {
        return new Recipients(
                Set.copyOf(told.audiences()),
                told.permissions().stream().findFirst().orElse(null),
                register.known(GROUP, told.groups()),
                register.known(ROLE, told.roles()),
                register.known(AGENT, told.agents()),
                told.addresses(),
                register.known(WEBHOOK, told.webhooks()));
    }

    @Override
    public void arrange(List<OwnRuleEntry> entries, Authority by) {
        keeping.arrange(entries.stream().map(entry -> kept(entry.name()).id()).toList(), by);
    }

    private KeptOwnRule kept(String name) {
        return Section.kept(keeping.all(), kept -> kept.rule().name(), name);
    }
}
