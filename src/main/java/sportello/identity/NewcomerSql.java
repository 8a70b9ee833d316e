package sportello.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.customer.CustomerUserId;

/** Customer users without an account, and the links by which they get one. */
@Component
class NewcomerSql {
    /** Who may be let in, and is not yet. */
    private static final String NEWCOMER = """
                  from customer_user u
                  join customer c on c.id = u.customer_id and c.valid
                 where u.valid
                   and not exists (select 1 from account a where a.customer_user_id = u.id)
            """;

    private final JdbcClient db;

    NewcomerSql(JdbcClient db) {
        this.db = db;
    }

    /** A log-in name goes before an address. */
    Optional<CustomerUserId> called(String name) {
        return db.sql("select u.id" + NEWCOMER + """
                   and (lower(u.login) = lower(:name) or lower(u.email) = lower(:name))
                 order by lower(u.login) = lower(:name) desc
                 limit 1
                """)
                .param("name", name)
                .query((row, number) -> new CustomerUserId(row.getLong("id")))
                .optional();
    }

    boolean isNewcomer(CustomerUserId id) {
        return db.sql("select exists (select 1" + NEWCOMER + " and u.id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Whose living link it is; one that went to another address than the person has now is dead. */
    Optional<CustomerUserId> holder(byte[] tokenHash, Instant now) {
        return db.sql("select u.id" + NEWCOMER + """
                   and exists (select 1
                                 from portal_link l
                                where l.customer_user_id = u.id
                                  and l.token_hash = :hash
                                  and l.expires_at > :now
                                  and lower(l.email) = lower(u.email))
                """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new CustomerUserId(row.getLong("id")))
                .optional();
    }

    /** Of two who let the person in at once, one waits for the other. */
    void keepAlone(CustomerUserId id) {
        db.sql("select id from customer_user where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    /** In the place of an older link of its kind. */
    void link(CustomerUserId id, boolean invited, byte[] tokenHash, Instant now, Instant expiresAt) {
        db.sql("""
                insert into portal_link (customer_user_id, invited, token_hash, email, sent_at, expires_at)
                select u.id, :invited, :hash, u.email, :now, :expiresAt
                  from customer_user u
                 where u.id = :id
                    on conflict (customer_user_id, invited) do update
                   set token_hash = excluded.token_hash, email = excluded.email, sent_at = excluded.sent_at,
                       expires_at = excluded.expires_at
                """)
                .param("id", id.value())
                .param("invited", invited)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    void forgetLinks(CustomerUserId id) {
        db.sql("delete from portal_link where customer_user_id = :id")
                .param("id", id.value())
                .update();
    }

    /** When somebody was invited is kept. */
    void deleteExpired(Instant now) {
        db.sql("delete from portal_link where expires_at <= :now and not invited")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Their invitations are to be written later. */
    void want(Collection<CustomerUserId> people) {
        db.sql("insert into portal_invitation (customer_user_id) select unnest(:people) on conflict do nothing")
                .param("people", people.stream().map(CustomerUserId::value).toArray(Long[]::new))
                .update();
    }

    /** Takes up some of those whose invitations are still to be written. */
    List<CustomerUserId> takeWanted(int most) {
        return db.sql("""
                delete from portal_invitation
                 where customer_user_id in (select customer_user_id
                                              from portal_invitation
                                             order by customer_user_id
                                             limit :most
                                               for update skip locked)
                returning customer_user_id
                """)
                .param("most", most)
                .query((row, number) -> new CustomerUserId(row.getLong("customer_user_id")))
                .list();
    }

    PortalAccess access(CustomerUserId id) {
        return db.sql("""
                select a.id is not null as open, a.opened_at, a.entered_at, l.sent_at,
                       case when lower(l.email) = lower(u.email) then l.expires_at end as expires_at,
                       exists (select 1 from portal_invitation i where i.customer_user_id = u.id) as waiting
                  from customer_user u
                  left join account a on a.customer_user_id = u.id
                  left join portal_link l on l.customer_user_id = u.id and l.invited
                 where u.id = :id
                """).param("id", id.value()).query(NewcomerSql::access).single();
    }

    private static PortalAccess access(ResultSet row, int number) throws SQLException {
        return new PortalAccess(
                row.getBoolean("open"),
                Column.instant(row, "opened_at"),
                Column.instant(row, "entered_at"),
                Column.instant(row, "sent_at"),
                Column.instant(row, "expires_at"),
                row.getBoolean("waiting"));
    }
}
