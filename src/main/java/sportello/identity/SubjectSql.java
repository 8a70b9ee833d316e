package sportello.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;
import sportello.mail.Recipient;
import sportello.oidc.Audience;
import sportello.oidc.VouchedPerson;

/** By which word of a provider an account is known, and whose password is elsewhere. */
@Component
class SubjectSql {
    private final JdbcClient db;

    SubjectSql(JdbcClient db) {
        this.db = db;
    }

    /** Whoever works here and asks here too has two accounts, and the same word for both. */
    Optional<AccountId> account(String issuer, String subject, Audience audience) {
        return db.sql("""
                select account_id
                  from oidc_subject
                 where issuer = :issuer
                   and subject = :subject
                   and audience = :audience
                """)
                .param("audience", audience.key())
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /**
     * Of a valid person with this address, also as the provider writes it, whom the provider does not know yet. Whoever
     * administers the house is not taken over by an address: it would make of the provider, or of whoever gets that mailbox,
     * an administrator.
     */
    Optional<AccountId> unknownAt(Recipient email, VouchedPerson person, Audience audience) {
        return db.sql("""
                select a.id
                  from account a
                  left join agent g on g.id = a.agent_id and g.valid and :audience = 'desk'
                  left join customer_user u on u.id = a.customer_user_id and u.valid and :audience = 'portal'
                 where lower(coalesce(g.email, u.email)) in (lower(:email), lower(:typed))
                   and not coalesce(g.administrator, false)
                   and not exists (select 1 from oidc_subject s where s.account_id = a.id and s.issuer = :issuer)
                 order by a.id
                 limit 1
                """)
                .param("email", email.address())
                .param("typed", person.email())
                .param("issuer", person.issuer())
                .param("audience", audience.key())
                .query((row, number) -> new AccountId(row.getLong("id")))
                .optional();
    }

    /** The providers by which the person enters. */
    List<String> issuers(AccountId account) {
        return db.sql("select issuer from oidc_subject where account_id = :account order by issuer")
                .param("account", account.value())
                .query((row, number) -> row.getString("issuer"))
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

    /** A customer user with this address who cannot enter yet. */
    Optional<CustomerUserId> withoutAccount(Recipient email, VouchedPerson person) {
        return db.sql("""
                select u.id
                  from customer_user u
                 where lower(u.email) in (lower(:email), lower(:typed))
                   and u.valid
                   and not exists (select 1 from account a where a.customer_user_id = u.id)
                """)
                .param("email", email.address())
                .param("typed", person.email())
                .query((row, number) -> new CustomerUserId(row.getLong("id")))
                .optional();
    }

    /** The customer user of this tax code; of the valid, there is one at most. */
    Optional<CustomerUserId> taxed(String code) {
        return db.sql("select id from customer_user where tax_code = :code and valid")
                .param("code", code)
                .query((row, number) -> new CustomerUserId(row.getLong("id")))
                .optional();
    }

    void link(VouchedPerson person, Audience audience, AccountId account, boolean made) {
        db.sql("""
                insert into oidc_subject (issuer, subject, audience, account_id, made)
                values (:issuer, :subject, :audience, :account, :made)
                """)
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .param("audience", audience.key())
                .param("account", account.value())
                .param("made", made)
                .update();
    }
}
