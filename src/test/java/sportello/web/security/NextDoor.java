package sportello.web.security;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.agent.AgentId;

/** What exists and is nobody's here, all of it under one number; its texts sing. */
final class NextDoor {
    static final String CANARY = "zafferano";
    private static final long ID = 987_654_321;
    private static final String NUMBER = "ESTRANEO-1";

    private final JdbcClient db;
    private final String state;

    NextDoor(JdbcClient db) {
        this.db = db;
        build("""
                insert into permission_group (id, name) values (%1$d, '%2$s');
                insert into queue (id, name, group_id) values (%1$d, '%2$s', %1$d);
                insert into agent (id, login, first_name, last_name, email)
                values (%1$d, 'vicino', 'Dino', 'Vicini', 'vicino@valle.example');
                insert into agent_permission values (%1$d, %1$d, 'rw');
                insert into account (id, agent_id, password_hash, changed_at) values (%1$d, %1$d, '', now());
                insert into login_session (id, token_hash, account_id, created_at, seen_at, expires_at, user_agent)
                overriding system value
                values (%1$d, sha256('%2$s'), %1$d, now(), now(), now() + interval '1 hour', '%2$s');
                insert into api_token (id, account_id, name, token_hash, writes, created_at, expires_at)
                overriding system value
                values (%1$d, %1$d, '%2$s', sha256('%2$s'), true, now(), now() + interval '1 hour');
                insert into passkey (id, account_id, name, credential_id, credential, sign_count, syncable, created_at)
                overriding system value
                values (%1$d, %1$d, '%2$s', sha256('%2$s'), sha256('%2$s'), 1, true, now());
                insert into ticket (id, number, title, queue_id, state_id, state_type, priority, customer_id,
                                    customer_user_id, created_at, changed_at)
                select %1$d, '%3$s', '%2$s', %1$d, state_id, state_type, priority, null, null, now(), now()
                  from ticket order by id desc limit 1;
                insert into article (id, ticket_id, no, sender, channel, visible, agent_id, sender_name, subject, text_body,
                                     html_body, created_at)
                values (%1$d, %1$d, 1, 'agent', 'email', true, %1$d, 'Dino', '%2$s', '%2$s', '<p>%2$s</p>', now());
                insert into attachment (id, article_id, position, name, media_type, size, hash)
                select %1$d, %1$d, 1, '%2$s.txt', media_type, size, hash from attachment order by id desc limit 1;
                insert into answer_template (id, name, body) values (%1$d, '%2$s', '%2$s');
                insert into answer_template_queue (template_id, queue_id) values (%1$d, %1$d);
                insert into answer_template_file (id, template_id, position, name, media_type, size, hash)
                select %1$d, %1$d, 1, '%2$s.txt', media_type, size, hash from attachment where id = %1$d;
                insert into draft (id, agent_id, ticket_id, kind, content, saved_at, shared)
                overriding system value
                values (%1$d, %1$d, %1$d, 'note', '{"text": "%2$s"}', now(), true);
                insert into saved_search (id, agent_id, name, shared, form, changed_at)
                values (%1$d, %1$d, '%2$s', false, '{}', now());
                insert into appointment (id, agent_id, title, begins_at, ends_at, created_at)
                values (%1$d, %1$d, '%2$s', now(), now() + interval '1 hour', now());
                insert into bulk (id, agent_id, action, created_at) values (%1$d, %1$d, '{"type": "lock"}', now());
                insert into bulk_ticket (bulk_id, position, number) values (%1$d, 1, '%3$s');
                insert into printout (id, ticket_id, agent_id, internal, articles, done, hash, size, created_at)
                select %1$d, %1$d, %1$d, true, 1, 1, hash, size, now() from attachment where id = %1$d
                """);
        state = tables();
    }

    /** And somebody who asks there. */
    void customers() {
        build("""
                insert into customer (id, code, name) values (%1$d, 'VICINI', '%2$s');
                insert into customer_user (id, login, customer_id, first_name, last_name, email)
                values (%1$d, 'vicina', %1$d, '%2$s', '%2$s', 'vicina@vicini.example');
                update ticket set customer_id = %1$d, customer_user_id = %1$d where id = %1$d
                """);
    }

    /** As a parameter of this name would call it. */
    static String called(String name) {
        return switch (name) {
            case "ticket", "number", "other", "into" -> NUMBER;
            case "asker" -> ID + "-" + ID;
            default -> "" + ID;
        };
    }

    static AgentId colleague() {
        return new AgentId(ID);
    }

    static String ticket() {
        return "/tickets/" + NUMBER;
    }

    static boolean isCalled(String value) {
        return value.equals(NUMBER) || value.contains("" + ID);
    }

    /** Of each table, the rows that have to do with it. */
    Map<String, String> state() {
        var rows = new TreeMap<String, String>();
        db.sql(state).query(row -> {
            rows.put(row.getString("name"), row.getString("state"));
        });
        return rows;
    }

    private String tables() {
        return db
                .sql("""
                        select c.table_name, string_agg(quote_ident(c.column_name), ', ') as ids
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = 'public'
                           and t.table_type = 'BASE TABLE'
                           and c.data_type = 'bigint'
                           and (c.column_name = 'id' or c.column_name like '%\\_id')
                         group by c.table_name
                         order by c.table_name
                        """)
                .query((row, no) -> """
                        select '%1$s' as name, count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as state
                          from %1$s t
                         where %3$d in (%2$s)
                        """.formatted(row.getString("table_name"), row.getString("ids"), ID))
                .list()
                .stream()
                .collect(joining(" union all "));
    }

    private void build(String statements) {
        for (var statement : statements.formatted(ID, CANARY, NUMBER).split(";\n"))
            db.sql(statement).update();
    }
}
