package sportello.agent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/**
 * Administrators keep all keys of one group at once. Only what they changed is changed: what somebody else gave or took
 * meanwhile stays.
 */
@Component
public class KeepingPermissions {
    private final KeptAgentSql agents;
    private final HeldKeySql sql;
    private final Groups groups;
    private final Book book;

    KeepingPermissions(KeptAgentSql agents, HeldKeySql sql, Groups groups, Book book) {
        this.agents = agents;
        this.sql = sql;
        this.groups = groups;
        this.book = book;
    }

    /** What the book tells of each holder. */
    private record Written(Map<String, Set<Permission>> grants) {}

    /**
     * From everybody's next request on; how many keys were given or taken.
     *
     * @param seen the keys that were held when the administrator looked
     * @param wanted those that are to be held
     */
    @Transactional
    public Outcome<Integer> change(GroupId group, Set<HeldKey> seen, Set<HeldKey> wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        agents.keepAlone();
        if (!groups.isValid(group)) return Outcome.refused("agents.group");
        var given = without(wanted, seen);
        var taken = without(seen, wanted);
        Stream.concat(given.stream(), taken.stream())
                .collect(groupingBy(HeldKey::holder, mapping(HeldKey::key, toSet())))
                .keySet()
                .forEach(holder -> change(holder, group, keysOf(holder, given), keysOf(holder, taken)));
        return Outcome.done(given.size() + taken.size());
    }

    private void change(Holder holder, GroupId group, Set<Permission> given, Set<Permission> taken) {
        var before = sql.held(holder, group);
        sql.take(holder, group, taken);
        sql.give(holder, group, given);
        var now = sql.held(holder, group);
        if (before.equals(now)) return;
        sql.count(holder);
        var name = Objects.requireNonNull(groups.names().get(group));
        switch (holder) {
            case Holder.OfAgent(var id) -> write(Topic.AGENTS, id.value(), holder, name, before, now);
            case Holder.OfRole(var id) -> write(Topic.ROLES, id.value(), holder, name, before, now);
        }
    }

    private void write(Topic topic, long id, Holder holder, String group, Set<Permission> before, Set<Permission> now) {
        book.write(topic, id, sql.nameOf(holder), new Written(Map.of(group, before)), new Written(Map.of(group, now)));
    }

    private static Set<HeldKey> without(Set<HeldKey> all, Set<HeldKey> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Set<Permission> keysOf(Holder holder, Set<HeldKey> keys) {
        return keys.stream()
                .filter(held -> held.holder().equals(holder))
                .map(HeldKey::key)
                .collect(toSet());
    }
}
