package sportello.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.customer.CustomerUserId;

/** Administrators take a second factor away from somebody who has lost it; the person is told by mail. */
@Component
public class KeepingFactors {
    private final AccountSql accounts;
    private final Factors factors;
    private final Book book;

    KeepingFactors(AccountSql accounts, Factors factors, Book book) {
        this.accounts = accounts;
        this.factors = factors;
        this.book = book;
    }

    /** A factor as the book tells of it. */
    private record Written(String login, String factor) {}

    /** The factor of an agent. */
    public Optional<Factor> of(AgentId agent) {
        return accounts.of(agent).flatMap(factors::of);
    }

    /** The factor of a customer user. */
    public Optional<Factor> of(CustomerUserId customerUser) {
        return accounts.of(customerUser).flatMap(factors::of);
    }

    /** Whose it was. */
    @Transactional
    public Outcome<String> remove(AgentId agent, Authority by) {
        return remove(accounts.of(agent), by);
    }

    /** Whose it was. */
    @Transactional
    public Outcome<String> remove(CustomerUserId customerUser, Authority by) {
        return remove(accounts.of(customerUser), by);
    }

    private Outcome<String> remove(Optional<AccountId> id, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var account = id.flatMap(accounts::find);
        var was = account.flatMap(known -> factors.of(known.id()));
        if (was.isEmpty() || !factors.remove(account.get())) return Outcome.refused("factor.none");
        var name = account.get().name();
        book.write(
                Topic.FACTORS,
                account.get().id(),
                name,
                new Written(account.get().login(), was.get().words()),
                null);
        return Outcome.done(name);
    }
}
