package sportello.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.demo.story.Entry;
import sportello.demo.story.Town;

/** Who works here, and who asks. */
@Component
@Profile("demo")
class PeopleSql {
    private final JdbcClient db;

    PeopleSql(JdbcClient db) {
        this.db = db;
    }

    void group(String name, String comment) {
        db.sql("insert into permission_group (name, comment) values (:name, :comment)")
                .param("name", name)
                .param("comment", comment)
                .update();
    }

    void role(String name, String comment) {
        db.sql("insert into role (name, comment) values (:name, :comment)")
                .param("name", name)
                .param("comment", comment)
                .update();
    }

    void grantToRole(String role, String group, String permission) {
        db.sql("""
                insert into role_permission (role_id, group_id, permission)
                select r.id, g.id, :permission
                  from role r, permission_group g
                 where r.name = :role and g.name = :group
                """)
                .param("role", role)
                .param("group", group)
                .param("permission", permission)
                .update();
    }

    AgentId agent(String login, Person person, boolean administrator, boolean supplier) {
        return new AgentId(db.sql("""
                insert into agent (login, first_name, last_name, email, administrator, supplier, language)
                values (:login, :firstName, :lastName, :email, :administrator, :supplier, :language)
                returning id
                """)
                .param("login", login)
                .param("firstName", person.firstName())
                .param("lastName", person.lastName())
                .param("email", person.email())
                .param("administrator", administrator)
                .param("supplier", supplier)
                .param("language", person.language())
                .query(Long.class)
                .single());
    }

    void grant(AgentId agent, String group, String permission) {
        db.sql("""
                insert into agent_permission (agent_id, group_id, permission)
                select :agent, id, :permission from permission_group where name = :group
                """)
                .param("agent", agent.value())
                .param("group", group)
                .param("permission", permission)
                .update();
    }

    void join(AgentId agent, String role) {
        db.sql("insert into agent_role (agent_id, role_id) select :agent, id from role where name = :role")
                .param("agent", agent.value())
                .param("role", role)
                .update();
    }

    CustomerId customer(Town town, @Nullable AgentId responsible) {
        var entry = town.entry();
        return new CustomerId(db.sql("""
                insert into customer (code, name, street, zip, city, responsible_id)
                values (:code, :name, :street, :zip, :city, :responsible)
                returning id
                """)
                .param("code", town.code())
                .param("name", entry.get("name"))
                .param("street", entry.get("street"))
                .param("zip", entry.get("zip"))
                .param("city", town.shortName())
                .param("responsible", responsible == null ? null : responsible.value())
                .query(Long.class)
                .single());
    }

    CustomerUserId customerUser(String login, Person person, String phone, CustomerId customer) {
        return new CustomerUserId(db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email, phone, language)
                values (:login, :customer, :firstName, :lastName, :email, :phone, :language)
                returning id
                """)
                .param("login", login)
                .param("customer", customer.value())
                .param("firstName", person.firstName())
                .param("lastName", person.lastName())
                .param("email", person.email())
                .param("phone", phone)
                .param("language", person.language())
                .query(Long.class)
                .single());
    }

    void alsoFor(CustomerUserId person, CustomerId customer) {
        db.sql("""
                insert into customer_user_further_customer (customer_user_id, customer_id)
                values (:person, :customer)
                """)
                .param("person", person.value())
                .param("customer", customer.value())
                .update();
    }

    /** What agents and customer users have in common. */
    record Person(String firstName, String lastName, String email, String language) {

        static Person of(Entry entry, String email) {
            var names = entry.get("name").split(" ", 2);
            return new Person(names[0], names[1], email, entry.get("language", "it"));
        }
    }
}
