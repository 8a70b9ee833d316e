package sportello.web.admin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import sportello.agent.Group;
import sportello.agent.KeptRole;

/** The roles, and in which groups they give keys. */
public record RolesPage(List<KeptRole> roles, List<Group> groups) {

    public String groupsOf(KeptRole role) {
        return groups.stream()
                .filter(group -> role.grants().containsKey(group.id()))
                .map(Group::name)
                .collect(joining(", "));
    }
}
