package sportello.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which word of a provider an account is known, and whose password is elsewhere. */
@Component
class SubjectSql {
    private final JdbcClient db;

    SubjectSql(JdbcClient db) {
        this.db = db;
    }

    Optional<AccountId> account(String issuer, String subject) {
        return db.sql("select account_id from oidc_subject where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /** Of valid people with this address whom no provider knows yet; agents first. */
    List<AccountId> unknownAt(String email, String issuer) {
        return db.sql("""
                select a.id
                  from account a
                  left join agent g on g.id = a.agent_id and g.valid
                  left join customer_user u on u.id = a.customer_user_id and u.valid
                 where lower(coalesce(g.email, u.email)) = lower(:email)
                   and not exists (select 1 from oidc_subject s where s.account_id = a.id and s.issuer = :issuer)
                 order by g.id is null, a.id
                """)
                .param("email", email)
                .param("issuer", issuer)
                .query((row, number) -> new AccountId(row.getLong("id")))
                .list();
    }

    /** Whether a directory knows the person's password, or the account was made for whom a provider brought. */
    boolean isForeign(AccountId account) {
        return db.sql("""
                select exists (select 1 from ldap_agent l where l.agent_id = a.agent_id)
                       or exists (select 1 from oidc_subject s where s.account_id = a.id and s.made)
                  from account a
                 where a.id = :account
                """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    void link(String issuer, String subject, AccountId account, boolean made) {
        db.sql(
                        "insert into oidc_subject (issuer, subject, account_id, made) values (:issuer, :subject, :account, :made)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account.value())
                .param("made", made)
                .update();
    }
}
