package sportello.notification;

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

    Addressing(RuleSql rules, OwnRules own, Briefings briefings, Sayings sayings) {
        this.rules = rules;
        this.own = own;
        this.briefings = briefings;
        this.sayings = sayings;
    }

    /** Nothing where no rule tells anybody; then nothing else is asked either. */
    Optional<Addressed> of(News news) {
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
        var held = own.addressed(candidates, ticket, said);
        var all = Stream.of(held, delivered).flatMap(List::stream).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Addressed(all, ticket, said, own.lately(held, news.ticket())));
    }
}
