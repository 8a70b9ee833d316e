package sportello.customer;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.OtherNames;
import sportello.customer.RegisterSql.Known;

/** By which names people enter already. */
@Component
class NamesSql implements OtherNames {
    private final JdbcClient db;

    NamesSql(JdbcClient db) {
        this.db = db;
    }

    /** Whoever already has the log-in name or the address, as the one or as the other. */
    Optional<Known<CustomerUserId>> person(CustomerUserDetails details) {
        return db.sql("""
                select id, first_name || ' ' || last_name as name
                  from customer_user
                 where login_key(login) in (login_key(:login), login_key(:email))
                    or login_key(email) in (login_key(:login), login_key(:email))
                 order by id
                 limit 1
                """)
                .param("login", details.login())
                .param("email", details.email())
                .query((row, number) -> new Known<>(new CustomerUserId(row.getLong("id")), row.getString("name")))
                .optional();
    }

    /** Somebody valid of this tax code. */
    Optional<Known<CustomerUserId>> taxed(String code) {
        return db.sql("""
                select id, first_name || ' ' || last_name as name
                  from customer_user
                 where tax_code = :code
                   and valid
                """)
                .param("code", code)
                .query((row, number) -> new Known<>(new CustomerUserId(row.getLong("id")), row.getString("name")))
                .optional();
    }

    /** Whether an agent has one of the names; one with the same address is the same person. */
    boolean isAgents(CustomerUserDetails details) {
        return isTaken("agent", details.login(), details.email());
    }

    @Override
    public boolean isTaken(String login, String email) {
        return isTaken("customer_user", login, email);
    }

    private boolean isTaken(String table, String login, String email) {
        return db.sql("""
                select exists (select 1
                                 from %s
                                where (login_key(login) in (login_key(:login), login_key(:email))
                                       or login_key(email) in (login_key(:login), login_key(:email)))
                                  and login_key(email) <> login_key(:email))
                """.formatted(table))
                .param("login", login)
                .param("email", email)
                .query(Boolean.class)
                .single();
    }
}
