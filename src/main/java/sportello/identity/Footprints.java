package sportello.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.customer.CustomerUserId;

/** What entering leaves behind of a customer user: told to whoever answers for it, and erased with the person. */
@Component
public class Footprints {
    private final FootprintSql sql;
    private final NewcomerSql newcomers;
    private final AccountSql accounts;
    private final PasskeySql passkeys;
    private final ApiTokenSql tokens;

    Footprints(FootprintSql sql, NewcomerSql newcomers, AccountSql accounts, PasskeySql passkeys, ApiTokenSql tokens) {
        this.sql = sql;
        this.newcomers = newcomers;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.tokens = tokens;
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
                sql.providers(id));
    }

    /** Whoever asks has decided that it may be; the person is out at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerUserId id) {
        sql.forget(id);
    }
}
