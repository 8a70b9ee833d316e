package sportello.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.customer.Customers;
import sportello.field.Fields;
import sportello.mail.Recipient;
import sportello.reply.Placeholders;

/** What a rule of the house's own must be to be kept: one that can tell somebody something that they may know. */
@Component
class OwnRuleCheck {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ADDRESSES = 20;

    private final Customers organisations;
    private final Fields fields;
    private final Places places;

    OwnRuleCheck(Customers organisations, Fields fields, Places places) {
        this.organisations = organisations;
        this.places = places;
        this.fields = fields;
    }

    /** The rule as it will be kept. */
    Outcome<OwnRule> of(OwnRule typed) {
        var name = CleanText.line(typed.name());
        if (CleanText.isBlank(name)) return Outcome.refused("own_rules.name");
        if (name.length() > LONGEST_NAME) return Outcome.refused("own_rules.name_long", LONGEST_NAME);
        if (typed.occasions().isEmpty()) return Outcome.refused("own_rules.occasions");
        if (!Audience.TICKED.containsAll(typed.recipients().ticked())) return Outcome.refused("own_rules.recipients");
        if (typed.recipients().audiences().isEmpty()) return Outcome.refused("own_rules.recipients");
        if (toldTheHousesBusiness(typed)) return Outcome.refused("own_rules.house_only");
        return tickets(typed.tickets())
                .then(tickets -> articles(typed.articles())
                        .then(articles -> recipients(typed.recipients())
                                .then(recipients -> texts(typed)
                                        .then(texts -> Outcome.done(new OwnRule(
                                                name,
                                                typed.occasions(),
                                                tickets,
                                                articles,
                                                recipients,
                                                typed.options(),
                                                texts))))));
    }

    private static boolean toldTheHousesBusiness(OwnRule rule) {
        return rule.recipients().ticked().contains(Audience.CUSTOMER_USER)
                && !rule.occasions().stream().allMatch(Occasion::isForCustomers);
    }

    private Outcome<TicketFilter> tickets(TicketFilter typed) {
        if (!typed.priorities().stream().allMatch(level -> level >= 1 && level <= 5))
            return Outcome.refused("letters.priority");
        var customers = tidy(typed.customers());
        var strangers = organisations.unknown(customers);
        if (!strangers.isEmpty()) return Outcome.refused("own_rules.customer", strangers.getFirst());
        var wanted = new TreeMap<String, String>();
        for (var one : typed.fieldsByKey().entrySet()) {
            var value = CleanText.line(one.getValue());
            if (CleanText.isBlank(value)) continue;
            if (value.length() > LONGEST_TEXT) return Outcome.refused("own_rules.text_long", LONGEST_TEXT);
            var field = fields.all().stream()
                    .filter(known -> known.key().equalsIgnoreCase(one.getKey()))
                    .findFirst();
            if (field.isEmpty()) return Outcome.refused("own_rules.field", one.getKey());
            wanted.put(field.get().key(), value);
        }
        return Outcome.done(new TicketFilter(
                typed.queues(),
                typed.states(),
                typed.priorities(),
                typed.types(),
                typed.services(),
                typed.locked(),
                typed.owners(),
                typed.responsibles(),
                customers,
                wanted));
    }

    private static Outcome<ArticleFilter> articles(ArticleFilter typed) {
        var subject = CleanText.line(typed.subject());
        var body = CleanText.line(typed.body());
        if (Math.max(subject.length(), body.length()) > LONGEST_TEXT)
            return Outcome.refused("own_rules.text_long", LONGEST_TEXT);
        return Outcome.done(
                new ArticleFilter(typed.senders(), typed.channels(), typed.visible(), subject, body, typed.files()));
    }

    private static Outcome<Recipients> recipients(Recipients typed) {
        var addresses = new ArrayList<String>();
        for (var address : tidy(typed.addresses())) {
            var recipient = Recipient.of("", address);
            if (recipient.isEmpty()) return Outcome.refused("own_rules.address", address);
            addresses.add(recipient.get().address());
        }
        if (addresses.size() > MOST_ADDRESSES) return Outcome.refused("own_rules.many_addresses", MOST_ADDRESSES);
        return Outcome.done(new Recipients(
                typed.ticked(),
                typed.permission(),
                typed.groups(),
                typed.roles(),
                typed.agents(),
                addresses,
                typed.webhooks()));
    }

    /** In one language at least; a language is written whole or not at all. */
    Outcome<Map<Language, Wording>> texts(OwnRule rule) {
        var texts = new EnumMap<Language, Wording>(Language.class);
        for (var text : rule.texts().entrySet()) {
            var subject = CleanText.line(text.getValue().subject());
            var body = CleanText.lines(text.getValue().body());
            if (CleanText.isBlank(subject) && CleanText.isBlank(body)) continue;
            if (CleanText.isBlank(subject) || CleanText.isBlank(body)) return Outcome.refused("own_rules.text");
            if (subject.length() > KeepingLetters.LONGEST_SUBJECT)
                return Outcome.refused("letters.subject_long", KeepingLetters.LONGEST_SUBJECT);
            if (body.length() > KeepingLetters.LONGEST_BODY)
                return Outcome.refused("letters.body_long", KeepingLetters.LONGEST_BODY);
            var wrong = Placeholders.wrongLines(subject + body);
            if (!wrong.isEmpty())
                return Outcome.refused("letters.lines", String.join(", ", wrong), Placeholders.MOST_LINES);
            var unknown = unknown(rule.places(), subject + body);
            if (!unknown.isEmpty()) return Outcome.refused("letters.unknown", String.join(", ", unknown));
            texts.put(text.getKey(), new Wording(subject, body));
        }
        return texts.isEmpty() ? Outcome.refused("own_rules.text") : Outcome.done(texts);
    }

    private Set<String> unknown(Set<String> places, String text) {
        var unknown = new LinkedHashSet<>(Placeholders.in(text));
        unknown.removeAll(this.places.and(places));
        return unknown;
    }

    /** Each once, whatever the capitals, none that is empty. */
    private static Set<String> tidy(Collection<String> typed) {
        var tidy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        typed.stream()
                .map(CleanText::line)
                .filter(one -> !CleanText.isBlank(one))
                .forEach(one -> tidy.put(one, one));
        return new LinkedHashSet<>(tidy.values());
    }
}
