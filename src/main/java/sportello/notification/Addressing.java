package sportello.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.ticket.Briefings;

/**
 * Finds the rules that hold for a piece of news. The house's own come before the procedure's: who wrote one wants it read,
 * and nobody is told twice.
 */
@Component
class Addressing {
    private final RuleSql rules;
    private final OwnRules own;
    private final Briefings briefings;
    private final Sayings sayings;
    private final Clock clock;

    Addressing(RuleSql rules, OwnRules own, Briefings briefings, Sayings sayings, Clock clock) {
        this.rules = rules;
        this.own = own;
        this.briefings = briefings;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** What one of the house's own rules says to this audience now; nothing if it says nothing of it any more. */
    Optional<Addressed> again(Held held, Instant now) {
        var news = held.news();
        var candidates = own.on(news.occasion()).stream()
                .filter(kept -> kept.id() == held.rule())
                .toList();
        if (candidates.isEmpty()) return Optional.empty();
        var ticket = briefings.on(news.ticket(), news.article());
        var rule = candidates.getFirst().rule();
        var said = sayings.of(ticket, rule.asksForFields(), rule.asksForCustomer());
        var rules = own.addressed(candidates, ticket, said, now).stream()
                .filter(one -> one.audience() == held.audience())
                .toList();
        return Optional.of(new Addressed(rules, ticket, said, own.lately(rules, news.ticket(), now)));
    }

    /** Nothing where no rule tells anybody; then nothing else is asked either. */
    Optional<Addressed> of(News news) {
        var now = clock.instant();
        var found = rules.on(news.occasion(), news.ticket());
        var delivered = found.rules();
        var candidates = found.ownToo() ? own.on(news.occasion()) : List.<KeptOwnRule>of();
        if (delivered.isEmpty() && candidates.isEmpty()) return Optional.empty();
        var ticket = briefings.on(news.ticket(), news.article());
        var fields = delivered.stream().anyMatch(Rule::asksForFields)
                || candidates.stream().anyMatch(kept -> kept.rule().asksForFields());
        var customer = delivered.stream().anyMatch(Rule::asksForCustomer)
                || candidates.stream().anyMatch(kept -> kept.rule().asksForCustomer());
        var said = sayings.of(ticket, fields, customer);
        var meant = own.addressed(candidates, ticket, said, now);
        var all = Stream.of(meant, delivered).flatMap(List::stream).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Addressed(all, ticket, said, own.lately(meant, news.ticket(), now)));
    }
}
