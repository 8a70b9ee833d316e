package sportello.cast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewer.CustomerViewer;
import sportello.queue.QueueId;

/** The people of docs/cast.md in the test's database, as ids and as viewers. */
public final class Cast {
    private final JdbcClient db;

    private Cast(JdbcClient db) {
        this.db = db;
    }

    /** Who is not there yet comes on stage, within the test's transaction if it has one. */
    public static Cast onStage(JdbcClient db) {
        var cast = new Cast(db);
        if (!cast.isThere()) db.sql(script()).update();
        return cast;
    }

    /** The same before an empty desk: tickets that other tests have left there are out of everybody's sight. */
    public static Cast alone(JdbcClient db) {
        var cast = onStage(db);
        db.sql("""
                update ticket
                   set state_id = 10, state_type = 'removed', own_state_id = null, merged_into_id = null,
                       closed_at = null, pending_until = null
                """).update();
        return cast;
    }

    /** The house has no fields of its own, whatever other tests have left. */
    public static void withoutFields(JdbcClient db) {
        db.sql("""
                delete from ticket_field;
                delete from article_field;
                delete from customer_field;
                delete from customer_user_field;
                delete from field_screen;
                delete from field_option;
                delete from field
                """).update();
    }

    /** Nothing was ever mailed or told, until the test ends: whatever others have left of it is gone. */
    public static void withoutLetters(JdbcClient db) {
        db.sql("truncate letter, notification cascade").update();
    }

    /** Nor does it tell programs anything. */
    public static void withoutWebhooks(JdbcClient db) {
        db.sql("""
                delete from notification where delivery_id is not null;
                delete from webhook_delivery;
                delete from webhook
                """).update();
    }

    public AgentId id(Operator who) {
        return new AgentId(idOf("select id from agent where login = :name", who.login()));
    }

    public CustomerUserId id(Caller who) {
        return new CustomerUserId(idOf("select id from customer_user where login = :name", who.login()));
    }

    public QueueId id(Place place) {
        return new QueueId(idOf("select id from queue where name = :name", place.queue()));
    }

    public QueueId raw() {
        return new QueueId(
                db.sql("select id from queue where raw").query(Long.class).single());
    }

    /** The person as seen at the agents' door, with the rights held at this moment. */
    public AgentViewer as(Operator who) {
        return db.sql("""
                select id, first_name, last_name, language, time_zone, theme, administrator, supplier
                  from agent
                 where login = :login
                """)
                .param("login", who.login())
                .query((row, number) -> new AgentViewer(
                        new AgentId(row.getLong("id")),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Language.of(row.getString("language")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("theme"),
                        row.getBoolean("administrator"),
                        row.getBoolean("supplier"),
                        grantsOf(row.getLong("id"))))
                .single();
    }

    /** The person as seen at the portal. */
    public CustomerViewer as(Caller who) {
        return db.sql("""
                select id, first_name, last_name, language, time_zone, theme, customer_id, confirmed
                  from customer_user
                 where login = :login
                """)
                .param("login", who.login())
                .query((row, number) -> new CustomerViewer(
                        new CustomerUserId(row.getLong("id")),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Language.of(row.getString("language")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("theme"),
                        new CustomerId(row.getLong("customer_id")),
                        Set.of(new CustomerId(row.getLong("customer_id"))),
                        row.getBoolean("confirmed")))
                .single();
    }

    private boolean isThere() {
        return db.sql("select exists (select 1 from agent where login = 'laura.bassi')")
                .query(Boolean.class)
                .single();
    }

    private long idOf(String query, String name) {
        return db.sql(query).param("name", name).query(Long.class).single();
    }

    private Grants grantsOf(long agent) {
        Map<GroupId, Set<Permission>> byGroup = new HashMap<>();
        db.sql("select group_id, permission from agent_grant where agent_id = :agent")
                .param("agent", agent)
                .query(row -> {
                    byGroup.computeIfAbsent(
                                    new GroupId(row.getLong("group_id")), group -> EnumSet.noneOf(Permission.class))
                            .add(Permission.of(row.getString("permission")));
                });
        return new Grants(byGroup);
    }

    private static String script() {
        try {
            return new ClassPathResource("cast.sql").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
