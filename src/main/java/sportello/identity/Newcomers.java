package sportello.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;

/**
 * Customer users who may come into the portal and have no account yet: it is opened by a link that went to their address,
 * with the password that they choose there.
 */
@Component
class Newcomers {
    private final NewcomerSql sql;
    private final AccountSql accounts;
    private final Customers customers;
    private final Clock clock;

    Newcomers(NewcomerSql sql, AccountSql accounts, Customers customers, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.customers = customers;
        this.clock = clock;
    }

    /** Who has this log-in name or e-mail address, in whatever case it was typed. */
    Optional<CustomerUserId> called(String name) {
        // PostgreSQL knows no NUL in a text.
        if (name.indexOf('\0') >= 0) return Optional.empty();
        return sql.called(name.strip());
    }

    Optional<CustomerUser> find(CustomerUserId id) {
        return sql.isNewcomer(id) ? customers.find(id) : Optional.empty();
    }

    /** Whom this link lets in. */
    Optional<CustomerUser> holder(Secret link) {
        return sql.holder(link.hash(), clock.instant()).flatMap(customers::find);
    }

    /** Opens the account, which uses up every link of the person; false if it was open already. */
    @Transactional
    Optional<AccountId> open(Secret link, CustomerUserId id, String passwordHash) {
        sql.keepAlone(id);
        if (holder(link).isEmpty()) return Optional.empty();
        accounts.open(id, passwordHash, clock.instant());
        sql.forgetLinks(id);
        return accounts.of(id);
    }

    static List<String> knownWords(CustomerUser user) {
        return PasswordRule.wordsOf(user.login(), user.firstName(), user.lastName(), user.email());
    }
}
