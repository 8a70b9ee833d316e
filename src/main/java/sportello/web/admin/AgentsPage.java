package sportello.web.admin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import sportello.agent.Group;
import sportello.agent.KeptAgent;
import sportello.agent.KeptRole;

/** Who works here, with which roles, and in which groups by own right. */
public record AgentsPage(List<KeptAgent> agents, List<KeptRole> roles, List<Group> groups) {

    public String groupsOf(KeptAgent kept) {
        return groups.stream()
                .filter(group -> kept.grants().containsKey(group.id()))
                .map(Group::name)
                .collect(joining(", "));
    }

    public String rolesOf(KeptAgent kept) {
        return roles.stream()
                .filter(role -> kept.roles().contains(role.id()))
                .map(KeptRole::name)
                .collect(joining(", "));
    }
}
