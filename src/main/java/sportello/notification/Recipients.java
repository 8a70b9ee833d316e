package sportello.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.Permission;

/**
 * Whom a rule of the house's own tells.
 *
 * @param ticked of {@link Audience#TICKED}
 * @param permission whoever holds it in the ticket's queue, null for nobody
 * @param groups whose members; so with {@code roles}
 * @param agents by name
 * @param addresses where the house knows nobody
 * @param webhooks by their numbers
 */
public record Recipients(
        Set<Audience> ticked,
        @Nullable Permission permission,
        Set<Long> groups,
        Set<Long> roles,
        Set<Long> agents,
        List<String> addresses,
        Set<Long> webhooks) {

    public Recipients {
        ticked = Set.copyOf(ticked);
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
        agents = Set.copyOf(agents);
        addresses = List.copyOf(addresses);
        webhooks = Set.copyOf(webhooks);
    }

    /** No webhook. */
    public Recipients(
            Set<Audience> ticked,
            @Nullable Permission permission,
            Set<Long> groups,
            Set<Long> roles,
            Set<Long> agents,
            List<String> addresses) {
        this(ticked, permission, groups, roles, agents, addresses, Set.of());
    }

    /** In the order in which they are told. */
    public Set<Audience> audiences() {
        var audiences = EnumSet.noneOf(Audience.class);
        audiences.addAll(ticked);
        if (permission != null) audiences.add(Audience.PERMITTED);
        if (!groups.isEmpty()) audiences.add(Audience.MEMBERS);
        if (!roles.isEmpty()) audiences.add(Audience.ROLES);
        if (!agents.isEmpty()) audiences.add(Audience.NAMED);
        if (!addresses.isEmpty()) audiences.add(Audience.ADDRESSES);
        if (!webhooks.isEmpty()) audiences.add(Audience.WEBHOOKS);
        return audiences;
    }

    /** Whether somebody reads it who may know no more than customers. */
    public boolean reachOutside() {
        return audiences().stream().anyMatch(Audience::isOutside);
    }
}
