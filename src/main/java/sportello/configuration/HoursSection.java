package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.worktime.KeepingHours;
import sportello.worktime.KeptHours;
import sportello.worktime.TypedHours;

/** When the house works. */
@Component
class HoursSection implements Section<TypedHours> {
    private final KeepingHours keeping;

    HoursSection(KeepingHours keeping) {
        this.keeping = keeping;
    }

    @Override
    public Part part() {
        return Part.HOURS;
    }

    @Override
    public TypedHours blank() {
        return new TypedHours("", "Europe/Rome", "", "", "", "", "", "", "", false, List.of(), false, true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<TypedHours> all() {
        return keeping.all().stream()
                .map(KeptHours::details)
                .map(TypedHours::of)
                .toList();
    }

    @Override
    public Outcome<?> keep(@Nullable TypedHours before, TypedHours wanted, Authority by) {
        if (before == null) return keeping.add(wanted, by);
        var kept = Section.kept(keeping.all(), hours -> hours.details().name(), before.name());
        return keeping.correct(kept.id(), kept.version(), wanted, by);
    }
}
