package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.KeepingGroups;
import sportello.base.Outcome;

@Component
class GroupsSection implements Section<GroupsSection.Entry> {
    private final KeepingGroups keeping;

    GroupsSection(KeepingGroups keeping) {
        this.keeping = keeping;
    }

    record Entry(String name, boolean valid, boolean reserved) {}

    @Override
    public Part part() {
        return Part.GROUPS;
    }

    @Override
    public Entry blank() {
        return new Entry("", true, false);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream()
                .map(kept -> new Entry(kept.group().name(), kept.valid(), kept.reserved()))
                .toList();
    }

    /** A new group is valid at first. */
    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null) return keeping.add(wanted.name(), wanted.reserved(), by);
        var kept = Section.kept(keeping.all(), group -> group.group().name(), before.name());
        return keeping.correct(kept.group().id(), kept.version(), wanted.name(), wanted.valid(), wanted.reserved(), by);
    }
}
