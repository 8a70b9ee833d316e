package sportello.agent;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Administrators keep the groups, in which agents hold their keys. A group is never deleted: queues lie in it. */
@Component
public class KeepingGroups {
    /** In characters. */
    public static final int LONGEST = 100;

    private final GroupSql sql;

    KeepingGroups(GroupSql sql) {
        this.sql = sql;
    }

    /** All of them, by name. */
    public List<KeptGroup> all() {
        return sql.all();
    }

    public Optional<KeptGroup> find(GroupId id) {
        return all().stream().filter(kept -> kept.group().id().equals(id)).findFirst();
    }

    @Transactional
    public Outcome<Group> add(String typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("groups.administer");
        sql.keepAlone();
        return name(typed, new GroupId(0)).then(name -> Outcome.done(sql.insert(name)));
    }

    /** @param seen the version of the group that was renamed */
    @Transactional
    public Outcome<String> rename(GroupId id, int seen, String typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("groups.administer");
        sql.keepAlone();
        return name(typed, id)
                .then(name -> sql.rename(id, seen, name) ? Outcome.done(name) : Outcome.refused("groups.changed"));
    }

    private Outcome<String> name(String typed, GroupId own) {
        var name = CleanText.line(typed);
        if (CleanText.isBlank(name)) return Outcome.refused("groups.name");
        if (name.length() > LONGEST) return Outcome.refused("groups.long", LONGEST, name.length());
        return sql.isTaken(name, own) ? Outcome.refused("groups.known", name) : Outcome.done(name);
    }
}
