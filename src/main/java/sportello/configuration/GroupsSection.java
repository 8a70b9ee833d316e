package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.KeepingGroups;
import sportello.agent.KeptGroup;
import sportello.base.Outcome;

@Component
class GroupsSection implements Section<GroupsSection.Entry> {
    private final KeepingGroups keeping;

    GroupsSection(KeepingGroups keeping) {
        this.keeping = keeping;
    }

    record Entry(String name, boolean valid) {}

    @Override
    public Part part() {
        return Part.GROUPS;
    }

    @Override
    public Entry blank() {
        return new Entry("", true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream()
                .map(kept -> new Entry(kept.group().name(), kept.valid()))
                .toList();
    }

    /** A new group is valid at first. */
    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before != null) return correct(before.name(), wanted, by);
        var added = keeping.add(wanted.name(), by);
        return wanted.valid() ? added : added.then(group -> correct(group.name(), wanted, by));
    }

    private Outcome<String> correct(String name, Entry wanted, Authority by) {
        var kept = kept(name);
        return keeping.correct(kept.group().id(), kept.version(), wanted.name(), wanted.valid(), by);
    }

    private KeptGroup kept(String name) {
        return keeping.all().stream()
                .filter(kept -> kept.group().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
