package sportello.agent;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Administrators keep the groups, in which agents hold their keys. A group is never deleted: queues lie in it. */
@Component
public class KeepingGroups {
    /** In characters. */
    public static final int LONGEST = 100;

    private final GroupSql sql;
    private final OpenGroups open;
    private final Book book;

    KeepingGroups(GroupSql sql, OpenGroups open, Book book) {
        this.sql = sql;
        this.open = open;
        this.book = book;
    }

    /** A group as the book tells of it. */
    private record Written(String name, boolean valid, boolean reserved) {}

    /** All of them, by name. */
    public List<KeptGroup> all() {
        return sql.all();
    }

    public Optional<KeptGroup> find(GroupId id) {
        return all().stream().filter(kept -> kept.group().id().equals(id)).findFirst();
    }

    /** Open to all customers. */
    @Transactional
    public Outcome<Group> add(String typed, Authority by) {
        return add(typed, false, by);
    }

    @Transactional
    public Outcome<Group> add(String typed, boolean reserved, Authority by) {
        if (!by.administrator()) return Outcome.refused("groups.administer");
        sql.keepAlone();
        return name(typed, new GroupId(0)).then(name -> {
            var group = sql.insert(name, reserved);
            book.write(Topic.GROUPS, group.id().value(), name, null, new Written(name, true, reserved));
            return Outcome.done(group);
        });
    }

    /**
     * Invalid, a group gives nobody anything: its queues are seen by nobody, and nobody is put in charge there.
     *
     * @param seen the version of the group that was corrected
     * @param reserved whether customers see of its queues no more than rights of theirs say
     */
    @Transactional
    public Outcome<String> correct(GroupId id, int seen, String typed, boolean valid, boolean reserved, Authority by) {
        if (!by.administrator()) return Outcome.refused("groups.administer");
        sql.keepAlone();
        if (reserved && open.staysOpen(id)) return Outcome.refused("groups.raw");
        var before = find(id).map(kept -> new Written(kept.group().name(), kept.valid(), kept.reserved()))
                .orElse(null);
        return name(typed, id).then(name -> {
            if (!sql.update(id, seen, name, valid, reserved)) return Outcome.refused("groups.changed");
            book.write(Topic.GROUPS, id.value(), name, before, new Written(name, valid, reserved));
            return Outcome.done(name);
        });
    }

    private Outcome<String> name(String typed, GroupId own) {
        var name = CleanText.line(typed);
        if (CleanText.isBlank(name)) return Outcome.refused("groups.name");
        if (name.length() > LONGEST) return Outcome.refused("groups.long", LONGEST, name.length());
        return sql.isTaken(name, own) ? Outcome.refused("groups.known", name) : Outcome.done(name);
    }
}
