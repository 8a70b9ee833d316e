package sportello.web.admin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import sportello.agent.Group;
import sportello.agent.KeptAgent;

/** Who works here, and in which groups by own right. */
public record AgentsPage(List<KeptAgent> agents, List<Group> groups) {

    public String groupsOf(KeptAgent kept) {
        return groups.stream()
                .filter(group -> kept.grants().containsKey(group.id()))
                .map(Group::name)
                .collect(joining(", "));
    }
}
