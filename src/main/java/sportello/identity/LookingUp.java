package sportello.identity;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.ldap.LdapLogin;
import sportello.ldap.LdapPerson;

/**
 * Asks the directory again for those whom it has let in and who still act here, by a session or by a program: their roles
 * follow its groups, and whoever is gone or shut out there is out here as well. A directory that is away changes nothing; nor
 * does one that all of a sudden knows none of several people, for then it is not they who have left.
 */
@Component
class LookingUp {
    private static final Logger log = LoggerFactory.getLogger(LookingUp.class);
    private static final int SEVERAL = 3;

    private final ActingSql sql;
    private final LdapLogin ldap;
    private final DirectoryEntry directory;
    private final Sessions sessions;
    private final ApiTokenSql tokens;
    private final TransactionOperations transaction;
    private final Book book;

    LookingUp(
            ActingSql sql,
            LdapLogin ldap,
            DirectoryEntry directory,
            Sessions sessions,
            ApiTokenSql tokens,
            TransactionOperations transaction,
            Book book) {
        this.sql = sql;
        this.ldap = ldap;
        this.directory = directory;
        this.sessions = sessions;
        this.tokens = tokens;
        this.transaction = transaction;
        this.book = book;
    }

    /** What the book tells of somebody who is out. */
    private record Out(String endedByDirectory) {}

    /** Goes over the network: to be called outside any transaction. */
    void lookUpAll() {
        var acting = sql.fromDirectory();
        if (acting.isEmpty()) return;
        var logins = acting.stream().map(ActingSql.Acting::login).toList();
        ldap.find(logins).ifPresent(found -> follow(acting, found));
    }

    private void follow(List<ActingSql.Acting> acting, Map<String, LdapPerson> found) {
        if (found.isEmpty() && acting.size() >= SEVERAL) {
            log.warn("The directory knows none of {} people who came from there; nobody is put out", acting.size());
            return;
        }
        for (var one : acting) transaction.executeWithoutResult(status -> follow(one, found));
    }

    private void follow(ActingSql.Acting one, Map<String, LdapPerson> found) {
        var person = found.get(one.login());
        if (person != null && directory.account(person).isPresent()) return;
        sessions.endAllOf(one.account());
        tokens.deleteAllOf(one.account());
        book.write(Topic.SESSIONS, one.account(), one.name(), new Out(one.login()), null);
    }
}
