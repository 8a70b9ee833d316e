package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.identity.Announcement;
import sportello.identity.KeepingMaintenance;

/** What is announced to everybody while something is done to the house, if anything is. */
@Component
class MaintenanceSection implements Section<MaintenanceSection.Entry> {
    private final KeepingMaintenance keeping;

    MaintenanceSection(KeepingMaintenance keeping) {
        this.keeping = keeping;
    }

    /** @param until empty if nobody knows */
    record Entry(String italian, String english, String since, String until, boolean closed) {

        static Entry of(Announcement announced) {
            return new Entry(
                    announced.italian(),
                    announced.english(),
                    Moments.text(announced.since()),
                    Moments.text(announced.until()),
                    announced.closed());
        }
    }

    @Override
    public Part part() {
        return Part.MAINTENANCE;
    }

    @Override
    public Entry blank() {
        return new Entry("", "", "", "", false);
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<Entry> all() {
        return keeping.announced().stream().map(Entry::of).toList();
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var since = Moments.read(wanted.since());
        if (since.isEmpty()) return Outcome.refused("configuration.moment", wanted.since());
        if (!Moments.isKnown(wanted.until())) return Outcome.refused("configuration.moment", wanted.until());
        var until = Moments.read(wanted.until()).orElse(null);
        return keeping.announce(
                new Announcement(wanted.italian(), wanted.english(), since.get(), until, wanted.closed()), by);
    }
}
