package sportello.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccessRuleSql {
    private final JdbcClient db;

    AccessRuleSql(JdbcClient db) {
        this.db = db;
    }

    AccessRules find() {
        return db.sql("""
                select administrators_factor, customer_users_factor, idle_minutes as quiet_minutes, longest_hours,
                       proxy_header, proxies, log_months
                  from access_rule
                """).query(AccessRules.class).single();
    }

    int version() {
        return db.sql("select version from access_rule").query(Integer.class).single();
    }

    /** False if they were changed since. Sessions that are open end no later than the rules now say. */
    boolean save(int seen, AccessRules rules) {
        var saved = db.sql("""
                update access_rule
                   set administrators_factor = :administrators, customer_users_factor = :customerUsers,
                       idle_minutes = :idle, longest_hours = :longest,
                       proxy_header = :header, proxies = :proxies, log_months = :logMonths,
                       version = version + 1
                 where version = :seen
                """)
                .param("administrators", rules.administratorsFactor())
                .param("customerUsers", rules.customerUsersFactor())
                .param("idle", rules.quietMinutes())
                .param("longest", rules.longestHours())
                .param("header", rules.proxyHeader())
                .param("proxies", rules.proxies())
                .param("logMonths", rules.logMonths())
                .param("seen", seen)
                .update();
        db.sql("""
                update login_session s
                   set expires_at = least(s.expires_at, s.created_at + make_interval(hours => r.longest_hours))
                  from access_rule r
                """).update();
        return saved == 1;
    }
}
