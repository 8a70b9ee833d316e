package sportello.demo;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.demo.story.Entry;
import sportello.demo.story.Named;
import sportello.demo.story.Sheet;

/** Those who work at the desk, with their groups and roles. */
@Component
@Profile("demo")
class Staff {
    private final PeopleSql sql;

    Staff(PeopleSql sql) {
        this.sql = sql;
    }

    Named<AgentId> engage() {
        Sheet.load("groups.md").entries().forEach(group -> sql.group(group.name(), group.get("about")));
        Sheet.load("roles.md").entries().forEach(this::role);
        var staff = new Named<AgentId>();
        Sheet.load("agents.md").entries().forEach(agent -> staff.put(agent.name(), agent(agent)));
        return staff;
    }

    private void role(Entry role) {
        sql.role(role.name(), role.get("about"));
        rights(role, (group, permission) -> sql.grantToRole(role.name(), group, permission));
    }

    private AgentId agent(Entry agent) {
        var email = agent.get("email", agent.name() + "@valleservizi.example");
        var administrator = agent.find("administrator").isPresent();
        var supplier = agent.find("supplier").isPresent();
        var id = sql.agent(agent.name(), PeopleSql.Person.of(agent, email), administrator, supplier);
        agent.list("roles").forEach(role -> sql.join(id, role));
        rights(agent, (group, permission) -> sql.grant(id, group, permission));
        return id;
    }

    /** Rights are written as {@code group permission permission, group permission}. */
    private static void rights(Entry entry, BiConsumer<String, String> grant) {
        for (var right : entry.list("rights")) {
            var words = List.of(right.split(" "));
            words.stream().skip(1).forEach(permission -> grant.accept(words.getFirst(), permission));
        }
    }
}
