package sportello.identity;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.ldap.LdapLogin;
import sportello.ldap.LdapPerson;

/** People whose password a directory knows: here they have an account with a password that nobody knows. */
@Component
class DirectoryEntry {
    private static final Logger log = LoggerFactory.getLogger(DirectoryEntry.class);

    private final LdapLogin ldap;
    private final AccountSql sql;
    private final Accounts accounts;
    private final Passwords passwords;

    DirectoryEntry(LdapLogin ldap, AccountSql sql, Accounts accounts, Passwords passwords) {
        this.ldap = ldap;
        this.sql = sql;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Whose account it is from now on; nobody's, if the person may not enter. */
    @Transactional
    Optional<AccountId> account(LdapPerson person) {
        var before = sql.called(person.login()).flatMap(sql::agent).filter(ldap::isLinked);
        return switch (ldap.enrol(person)) {
            case Outcome.Done<AgentId>(var id) -> Optional.of(opened(id, before.isPresent()));
            case Outcome.Refused<AgentId>(var why) -> {
                log.info("{} of the directory does not enter: {}", person.login(), why.key());
                yield Optional.empty();
            }
        };
    }

    /** A password of this house counts no more once the directory vouches for the person. */
    private AccountId opened(AgentId agent, boolean linkedBefore) {
        var account = sql.of(agent);
        if (account.isEmpty()) accounts.open(agent, Secret.fresh().text());
        else if (!linkedBefore)
            accounts.setPassword(account.get(), passwords.hash(Secret.fresh().text()));
        return sql.of(agent).orElseThrow();
    }
}
