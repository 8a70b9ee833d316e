package sportello.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.ticket.Status;
import sportello.webhook.WebhookId;

/** Administrators keep the house's own rules of who is told what. One that is not valid tells nobody; none is thrown away. */
@Component
public class KeepingOwnRules {
    private final KeptOwnRuleSql sql;
    private final OwnRuleCheck check;
    private final KeptList list;
    private final Book book;

    KeepingOwnRules(KeptOwnRuleSql sql, OwnRuleCheck check, KeptLists lists, Book book) {
        this.sql = sql;
        this.check = check;
        this.list = lists.of("own_rule", Topic.OWN_RULES);
        this.book = book;
    }

    /** A rule as the book tells of it. */
    private record Written(
            String name,
            Set<String> occasions,
            Map<String, String> tickets,
            Map<String, String> articles,
            Map<String, String> recipients,
            Options options,
            Map<String, String> title,
            Map<String, String> text,
            boolean valid) {

        static Written of(OwnRule rule, boolean valid) {
            var title = new TreeMap<String, String>();
            var text = new TreeMap<String, String>();
            rule.texts().forEach((language, wording) -> {
                title.put(language.code(), wording.subject());
                text.put(language.code(), wording.body());
            });
            return new Written(
                    rule.name(),
                    sorted(rule.occasions()),
                    ticketsOf(rule.tickets()),
                    articlesOf(rule.articles()),
                    recipientsOf(rule.recipients()),
                    rule.options(),
                    title,
                    text,
                    valid);
        }

        private static Map<String, String> ticketsOf(TicketFilter tickets) {
            var written = new TreeMap<String, String>();
            put(written, "queues", tickets.queues());
            put(written, "states", tickets.states().stream().map(Status::stored).toList());
            put(written, "priorities", tickets.priorities());
            put(written, "types", tickets.types());
            put(written, "services", tickets.services());
            if (tickets.locked() != null) written.put("locked", "" + tickets.locked());
            put(written, "owners", tickets.owners());
            put(written, "responsibles", tickets.responsibles());
            put(written, "customers", tickets.customers());
            tickets.fields().forEach((key, value) -> written.put("field." + key, value));
            return written;
        }

        private static Map<String, String> articlesOf(ArticleFilter articles) {
            var written = new TreeMap<String, String>();
            put(written, "senders", articles.senders());
            put(written, "channels", articles.channels());
            if (articles.visible() != null) written.put("visible", "" + articles.visible());
            if (!articles.subject().isEmpty()) written.put("subject", articles.subject());
            if (!articles.body().isEmpty()) written.put("body", articles.body());
            if (articles.files() != null) written.put("files", "" + articles.files());
            return written;
        }

        private static Map<String, String> recipientsOf(Recipients recipients) {
            var written = new TreeMap<String, String>();
            put(written, "audiences", recipients.ticked());
            if (recipients.permission() != null)
                written.put("permission", recipients.permission().key());
            put(written, "groups", recipients.groups());
            put(written, "roles", recipients.roles());
            put(written, "agents", recipients.agents());
            put(written, "addresses", recipients.addresses());
            put(written, "webhooks", recipients.webhooks());
            return written;
        }

        private static void put(Map<String, String> written, String name, Iterable<?> values) {
            var all = sorted(values);
            if (!all.isEmpty()) written.put(name, String.join(", ", all));
        }

        private static Set<String> sorted(Iterable<?> values) {
            var sorted = new TreeSet<String>();
            values.forEach(value ->
                    sorted.add(value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : "" + value));
            return sorted;
        }
    }

    /** All of them, in their order. */
    public List<KeptOwnRule> all() {
        return sql.all();
    }

    public Optional<KeptOwnRule> find(long id) {
        return all().stream().filter(kept -> kept.id() == id).findFirst();
    }

    /** The names of the rules by which each webhook is told, in their order. */
    public Map<WebhookId, List<String>> byWebhook() {
        var names = new HashMap<WebhookId, List<String>>();
        for (var kept : all())
            for (var id : kept.rule().recipients().webhooks())
                names.computeIfAbsent(new WebhookId(id), none -> new ArrayList<>())
                        .add(kept.rule().name());
        return names;
    }

    /** A new rule is asked last. */
    @Transactional
    public Outcome<String> add(OwnRule typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        list.keepAlone();
        return check.of(typed).then(rule -> named(rule, 0)).then(rule -> {
            var id = sql.insert(rule, valid);
            sql.write(id, rule.texts());
            book.write(Topic.OWN_RULES, id, rule.name(), null, Written.of(rule, valid));
            return Outcome.done(rule.name());
        });
    }

    /** @param seen the version of the rule that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, OwnRule typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        list.keepAlone();
        var before = find(id).map(kept -> Written.of(kept.rule(), kept.valid())).orElse(null);
        return check.of(typed).then(rule -> named(rule, id)).then(rule -> {
            if (!sql.update(id, seen, rule, valid)) return Outcome.refused("own_rules.changed");
            sql.write(id, rule.texts());
            book.write(Topic.OWN_RULES, id, rule.name(), before, Written.of(rule, valid));
            return Outcome.done(rule.name());
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        list.move(id, up);
        return Outcome.done(id);
    }

    /** These in this order, on the places that they have together. */
    @Transactional
    public Outcome<Integer> arrange(List<Long> ids, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        list.arrange(ids);
        return Outcome.done(ids.size());
    }

    private Outcome<OwnRule> named(OwnRule rule, long own) {
        return list.isTaken(rule.name(), own) ? Outcome.refused("own_rules.known", rule.name()) : Outcome.done(rule);
    }
}
