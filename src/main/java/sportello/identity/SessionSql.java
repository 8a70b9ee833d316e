package sportello.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;

@Component
class SessionSql {
    private static final String PERSON = """
                       g.id as agent_id,
                       u.id as customer_user_id,
                       coalesce(g.first_name, u.first_name) as first_name,
                       coalesce(g.last_name, u.last_name) as last_name,
                       coalesce(g.language, u.language) as language,
                       coalesce(g.time_zone, u.time_zone) as time_zone,
                       coalesce(g.theme, u.theme) as theme,
                       g.administrator,
                       g.supplier,
                       array(select p.group_id from agent_grant p where p.agent_id = g.id
                              order by p.group_id, p.permission) as groups,
                       array(select p.permission from agent_grant p where p.agent_id = g.id
                              order by p.group_id, p.permission) as permissions,
                       exists (select 1
                                 from agent_role h
                                 join role w on w.id = h.role_id and w.valid and w.reads_access
                                where h.agent_id = g.id) as reads_access,
                       u.customer_id,
                       u.confirmed,
                       array(select f.customer_id from customer_user_further_customer f
                              where f.customer_user_id = u.id) as further_customers,
                       m.text_it, m.text_en, m.until, m.closed
            """;

    private static final String ACCOUNT = """
                  join account a on a.id = s.account_id
                  left join agent g on g.id = a.agent_id and g.valid
                  left join customer_user u on u.id = a.customer_user_id and u.valid
                  left join maintenance m on m.since <= :now and (m.until is null or m.until > :now)
                 where s.token_hash = :hash
                   and s.expires_at > :now
                   and num_nonnulls(g.id, u.id) = 1
            """;

    /** Of what is demanded: whether there is none. */
    private static final String OWING = """
                       and not exists (select 1 from factor where account_id = a.id)
                       and not exists (select 1 from passkey where account_id = a.id) as owing,
            """;

    private final JdbcClient db;

    SessionSql(JdbcClient db) {
        this.db = db;
    }

    /** A living session of a valid person, with all that the person may see: one statement for each request. */
    Optional<Session> find(byte[] tokenHash, Instant now) {
        return db.sql("select s.seen_at," + FactorSql.DEMANDED + OWING + PERSON + """
                  from login_session s
                  join access_rule r on s.seen_at > cast(:now as timestamptz) - make_interval(mins => r.idle_minutes)
                """ + ACCOUNT)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(SessionSql::session)
                .optional();
    }

    /** The same for a program that works for the person, and rests while the person owes a second factor. */
    Optional<Session> findByToken(byte[] tokenHash, boolean writing, Instant now) {
        return db.sql("select coalesce(s.used_at, 'epoch') as seen_at," + FactorSql.DEMANDED + OWING + PERSON
                        + " from api_token s cross join access_rule r " + ACCOUNT
                        + " and (s.writes or not :writing)")
                .param("hash", tokenHash)
                .param("writing", writing)
                .param("now", Timestamp.from(now))
                .query(SessionSql::session)
                .optional();
    }

    void insert(byte[] tokenHash, AccountId account, Instant now, @Nullable Instant provenAt, Visitor visitor) {
        db.sql("""
                with entered as (update account set entered_at = :now where id = :account)
                insert into login_session (token_hash, account_id, created_at, seen_at, proven_at, expires_at, address,
                                           user_agent)
                select :hash, :account, :now, :now, cast(:provenAt as timestamptz),
                       cast(:now as timestamptz) + make_interval(hours => r.longest_hours), :address, :browser
                  from access_rule r
                """)
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .param("provenAt", provenAt == null ? null : Timestamp.from(provenAt))
                .param("address", visitor.address())
                .param("browser", visitor.browser())
                .update();
    }

    /** Whose living session it is. */
    Optional<AccountId> account(byte[] tokenHash, Instant now) {
        return db.sql("select account_id from login_session where token_hash = :hash and expires_at > :now")
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    void seen(byte[] tokenHash, Instant now) {
        db.sql("update login_session set seen_at = :now where token_hash = :hash and seen_at < :now")
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** When somebody last showed through it who it is; empty for never. */
    Optional<Instant> provenAt(byte[] tokenHash) {
        return db.sql("select proven_at from login_session where token_hash = :hash and proven_at is not null")
                .param("hash", tokenHash)
                .query((row, number) -> row.getTimestamp("proven_at").toInstant())
                .optional();
    }

    boolean isProvenSince(byte[] tokenHash, Instant then) {
        return db.sql("select exists (select 1 from login_session where token_hash = :hash and proven_at > :then)")
                .param("hash", tokenHash)
                .param("then", Timestamp.from(then))
                .query(Boolean.class)
                .single();
    }

    void prove(byte[] tokenHash, Instant now) {
        db.sql("update login_session set proven_at = :now where token_hash = :hash")
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whose it was. */
    Optional<Long> delete(byte[] tokenHash) {
        return db.sql("delete from login_session where token_hash = :hash returning account_id")
                .param("hash", tokenHash)
                .query(Long.class)
                .optional();
    }

    /** Leaves those that were seen last; how many it did not leave. */
    int deleteBeyond(AccountId account, int most) {
        return db.sql("""
                delete from login_session
                 where id in (select id
                                from login_session
                               where account_id = :account
                               order by seen_at desc, id desc
                              offset :most)
                """).param("account", account.value()).param("most", most).update();
    }

    void deleteAllOf(AccountId account) {
        db.sql("delete from login_session where account_id = :account")
                .param("account", account.value())
                .update();
    }

    /**
     * Whose session it was, and why it is over.
     *
     * @param why a word of the log of access
     */
    record Dead(long account, String why) {}

    /** Also the sessions of people who may no longer enter, so that they do not come back to life with the person. */
    List<Dead> deleteDead(Instant now) {
        return db.sql("""
                with dead as (
                    select s.id, case when not coalesce(g.valid, u.valid) then 'invalid'
                                      when s.expires_at <= :now then 'longest'
                                      else 'quiet' end as why
                      from login_session s
                      join account a on a.id = s.account_id
                      left join agent g on g.id = a.agent_id
                      left join customer_user u on u.id = a.customer_user_id
                     cross join access_rule r
                     where s.expires_at <= :now
                        or s.seen_at <= cast(:now as timestamptz) - make_interval(mins => r.idle_minutes)
                        or not coalesce(g.valid, u.valid)
                     order by s.id
                       for update of s skip locked)
                delete from login_session s
                 using dead
                 where s.id = dead.id
                returning s.account_id, dead.why
                """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Dead(row.getLong("account_id"), row.getString("why")))
                .list();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                viewer(row), row.getTimestamp("seen_at").toInstant(), maintenance(row), row.getBoolean("owing"));
    }

    private static @Nullable Maintenance maintenance(ResultSet row) throws SQLException {
        var italian = row.getString("text_it");
        var until = row.getTimestamp("until");
        return italian == null
                ? null
                : new Maintenance(
                        italian,
                        row.getString("text_en"),
                        until == null ? null : until.toInstant(),
                        row.getBoolean("closed"));
    }

    private static Viewer viewer(ResultSet row) throws SQLException {
        var firstName = row.getString("first_name");
        var lastName = row.getString("last_name");
        var language = Language.of(row.getString("language"));
        var zone = ZoneId.of(row.getString("time_zone"));
        var theme = row.getString("theme");
        var agent = row.getObject("agent_id", Long.class);
        if (agent != null)
            return new Viewer.AgentViewer(
                    new AgentId(agent),
                    firstName,
                    lastName,
                    language,
                    zone,
                    theme,
                    row.getBoolean("administrator"),
                    row.getBoolean("supplier"),
                    grants(row));
        var customer = new CustomerId(row.getLong("customer_id"));
        return new Viewer.CustomerViewer(
                new CustomerUserId(row.getLong("customer_user_id")),
                firstName,
                lastName,
                language,
                zone,
                theme,
                customer,
                customers(customer, row.getArray("further_customers")),
                row.getBoolean("confirmed"));
    }

    private static Grants grants(ResultSet row) throws SQLException {
        var groups = (Long[]) row.getArray("groups").getArray();
        var permissions = (String[]) row.getArray("permissions").getArray();
        Map<GroupId, Set<Permission>> byGroup = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            byGroup.computeIfAbsent(new GroupId(groups[i]), group -> EnumSet.noneOf(Permission.class))
                    .add(Permission.of(permissions[i]));
        }
        return new Grants(byGroup, row.getBoolean("reads_access"));
    }

    private static Set<CustomerId> customers(CustomerId own, Array further) throws SQLException {
        Set<CustomerId> all = new HashSet<>();
        all.add(own);
        for (var id : (Long[]) further.getArray()) all.add(new CustomerId(id));
        return all;
    }
}
