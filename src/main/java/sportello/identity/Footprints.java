package sportello.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.AccessLog;
import sportello.base.Redaction;
import sportello.customer.CustomerUserId;

/** What entering leaves behind of a customer user: told to whoever answers for it, and erased with the person. */
@Component
public class Footprints {
    private final FootprintSql sql;
    private final NewcomerSql newcomers;
    private final AccountSql accounts;
    private final PasskeySql passkeys;
    private final ApiTokenSql tokens;
    private final AccessLog log;

    Footprints(
            FootprintSql sql,
            NewcomerSql newcomers,
            AccountSql accounts,
            PasskeySql passkeys,
            ApiTokenSql tokens,
            AccessLog log) {
        this.sql = sql;
        this.newcomers = newcomers;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.log = log;
    }

    /** Of a person who exists. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Footprint of(CustomerUserId id) {
        var account = accounts.of(id).orElse(null);
        return new Footprint(
                newcomers.access(id),
                sql.theme(id),
                sql.codesSince(id).orElse(null),
                sql.visits(id),
                account == null ? List.of() : passkeys.of(account),
                account == null ? List.of() : tokens.of(account),
                sql.providers(id),
                log.of(id.value()));
    }

    /**
     * Whoever asks has decided that it may be; the person is out at once. What the log of access tells stays, as the law
     * wants it: of somebody who has a number and no name.
     *
     * @param names what names the person, and what was asked of the house no longer says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerUserId id, Redaction names) {
        sql.forget(id);
        log.forget(names.expression());
    }
}
