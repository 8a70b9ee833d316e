package sportello.demo;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.queue.QueueId;
import sportello.reply.AnswerTemplateId;
import sportello.storage.StoredFile;

/** The queues, and the rules by which requests find them. */
@Component
@Profile("demo")
class HouseSql {
    private final JdbcClient db;

    HouseSql(JdbcClient db) {
        this.db = db;
    }

    /** Whether nobody works here yet and nobody has asked for anything. */
    boolean isEmpty() {
        return db.sql("""
                select not exists (select 1 from agent) and not exists (select 1 from ticket)
                """).query(Boolean.class).single();
    }

    /** What stands under the letters of the whole house. */
    void signature(String body) {
        db.sql("update signature set body = :body where queue_id is null")
                .param("body", body)
                .update();
    }

    /** @param parent the full name of the service above, empty for none */
    long service(String name, String parent, String note) {
        return db.sql("""
                insert into service (name, parent_id, note)
                values (:name, (select id from service where name = :parent), :note)
                returning id
                """)
                .param("name", name)
                .param("parent", parent)
                .param("note", note)
                .query(Long.class)
                .single();
    }

    /** @param parent the full name of the queue above, empty for none */
    QueueId queue(
            String name,
            String parent,
            String group,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            String comment,
            boolean raw) {
        return new QueueId(db.sql("""
                insert into queue (name, parent_id, group_id, default_owner_id, default_responsible_id, comment, raw)
                select :name, (select id from queue where name = :parent), g.id, :owner, :responsible, :comment, :raw
                  from permission_group g
                 where g.name = :group
                returning id
                """)
                .param("name", name)
                .param("parent", parent)
                .param("group", group)
                .param("owner", value(owner))
                .param("responsible", value(responsible))
                .param("comment", comment)
                .param("raw", raw)
                .query(Long.class)
                .single());
    }

    void subscribe(AgentId agent, Set<QueueId> queues) {
        db.sql("""
                insert into queue_subscription (agent_id, queue_id)
                select :agent, id from queue where id = any(:queues)
                """)
                .param("agent", agent.value())
                .param("queues", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .update();
    }

    /** @param kinds the forms in which it is offered, as {@code answer,mail} */
    AnswerTemplateId answer(String name, String body, String kinds, Set<QueueId> queues) {
        var id = db.sql("""
                insert into answer_template (name, body, kinds)
                values (:name, :body, string_to_array(:kinds, ','))
                returning id
                """)
                .param("name", name)
                .param("body", body)
                .param("kinds", kinds)
                .query(Long.class)
                .single();
        db.sql(
                        "insert into answer_template_queue (template_id, queue_id) select :id, id from queue where id = any(:queues)")
                .param("id", id)
                .param("queues", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .update();
        return new AnswerTemplateId(id);
    }

    void bring(AnswerTemplateId template, String name, String mediaType, StoredFile file) {
        db.sql("""
                insert into answer_template_file (template_id, position, name, media_type, size, hash)
                values (:template, 1, :name, :type, :size, :hash)
                """)
                .param("template", template.value())
                .param("name", name)
                .param("type", mediaType)
                .param("size", file.size())
                .param("hash", file.hash().bytes())
                .update();
    }

    void salutation(String body) {
        db.sql("insert into salutation (queue_id, body) values (null, :body)")
                .param("body", body)
                .update();
    }

    void rule(int position, String name, QueueId queue, @Nullable AgentId owner, AgentId responsible, String subject) {
        db.sql("""
                with rule as (
                    insert into routing_rule (position, name, queue_id, owner_id, responsible_id)
                    values (:position, :name, :queue, :owner, :responsible)
                    returning id)
                insert into routing_condition (rule_id, position, field, operator, value)
                select id, 1, 'subject', 'matches', :subject from rule
                """)
                .param("position", position)
                .param("name", name)
                .param("queue", queue.value())
                .param("owner", value(owner))
                .param("responsible", responsible.value())
                .param("subject", subject)
                .update();
    }

    private static @Nullable Long value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }
}
