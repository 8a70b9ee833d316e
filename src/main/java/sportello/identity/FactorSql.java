package sportello.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.settings.Secrets;

/** Keys are encrypted here, and nowhere else in the clear. */
@Component
class FactorSql {
    /** Whether the rules {@code r} demand one of account {@code a}, who may be agent {@code g}. */
    static final String DEMANDED = """
                       (r.customer_users_factor and a.customer_user_id is not null
                        or r.administrators_factor and coalesce(g.administrator, false)
                        or exists (select 1
                                     from agent_role m
                                     join role o on o.id = m.role_id and o.valid and o.factor_demanded
                                    where m.agent_id = a.agent_id))
            """;

    private final JdbcClient db;
    private final Secrets secrets;

    FactorSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    Optional<Factor> find(AccountId account) {
        return db.sql("""
                select f.since,
                       (select count(*) from passkey p where p.account_id = a.id) as passkeys,
                       (select count(*) from recovery_code c where c.account_id = a.id and c.used_at is null) as codes
                  from account a
                  left join factor f on f.account_id = a.id
                 where a.id = :account
                   and (f.account_id is not null or exists (select 1 from passkey p where p.account_id = a.id))
                """)
                .param("account", account.value())
                .query(FactorSql::factor)
                .optional();
    }

    Optional<Totp> totp(AccountId account) {
        return db.sql("select key from factor where account_id = :account")
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .map(Totp::new);
    }

    /** Whether the house demands one of this person. */
    boolean isDemanded(AccountId account) {
        return db.sql("select" + DEMANDED + """
                  from access_rule r, account a
                  left join agent g on g.id = a.agent_id
                 where a.id = :account
                """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Of two who show a code of the same half minute, only one gets true. */
    boolean use(AccountId account, long step) {
        return db.sql("""
                update factor
                   set last_step = :step
                 where account_id = :account
                   and last_step < :step
                """).param("account", account.value()).param("step", step).update() == 1;
    }

    boolean useCode(AccountId account, byte[] hash, Instant now) {
        return db.sql("""
                update recovery_code
                   set used_at = :now
                 where account_id = :account
                   and code_hash = :hash
                   and used_at is null
                """)
                        .param("account", account.value())
                        .param("hash", hash)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void save(AccountId account, Totp totp, Instant since, long step, Collection<byte[]> codes) {
        deleteApp(account);
        db.sql("insert into factor (account_id, key, since, last_step) values (:account, :key, :since, :step)")
                .param("account", account.value())
                .param("key", secrets.encrypt(totp.key()))
                .param("since", Timestamp.from(since))
                .param("step", step)
                .update();
        saveCodes(account, codes);
    }

    /** Those before them open nothing any more. */
    void saveCodes(AccountId account, Collection<byte[]> codes) {
        deleteCodes(account);
        db.sql("insert into recovery_code (account_id, code_hash) select :account, hash from unnest(:codes) as hash")
                .param("account", account.value())
                .param("codes", codes.toArray(byte[][]::new))
                .update();
    }

    /** All that there is; false if there was nothing. */
    boolean delete(AccountId account) {
        var app = deleteApp(account);
        var passkeys = db.sql("delete from passkey where account_id = :account")
                .param("account", account.value())
                .update();
        deleteCodes(account);
        return app || passkeys > 0;
    }

    void deleteCodes(AccountId account) {
        db.sql("delete from recovery_code where account_id = :account")
                .param("account", account.value())
                .update();
    }

    boolean deleteApp(AccountId account) {
        db.sql("delete from factor_draft where account_id = :account")
                .param("account", account.value())
                .update();
        return db.sql("delete from factor where account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    Optional<Totp> draft(AccountId account, Instant now) {
        return db.sql("select key from factor_draft where account_id = :account and expires_at > :now")
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .map(Totp::new);
    }

    void saveDraft(AccountId account, Totp totp, Instant until) {
        db.sql("""
                insert into factor_draft (account_id, key, expires_at)
                values (:account, :key, :until)
                on conflict (account_id) do update set key = excluded.key, expires_at = excluded.expires_at
                """)
                .param("account", account.value())
                .param("until", Timestamp.from(until))
                .param("key", secrets.encrypt(totp.key()))
                .update();
    }

    void deleteExpiredDrafts(Instant now) {
        db.sql("delete from factor_draft where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Factor factor(ResultSet row, int number) throws SQLException {
        var app = row.getTimestamp("since");
        return new Factor(app == null ? null : app.toInstant(), row.getInt("passkeys"), row.getInt("codes"));
    }
}
