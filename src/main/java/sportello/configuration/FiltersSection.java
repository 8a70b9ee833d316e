package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.postmaster.KeepingFilters;
import sportello.postmaster.KeptFilter;
import sportello.postmaster.MailFilter;

/** The filters that mails go through, in their order. */
@Component
class FiltersSection implements Section<FiltersSection.Entry> {
    private final KeepingFilters keeping;

    FiltersSection(KeepingFilters keeping) {
        this.keeping = keeping;
    }

    record Entry(
            String name,
            boolean stop,
            boolean followUps,
            List<MailFilter.Condition> conditions,
            List<MailFilter.Setting> settings,
            boolean valid) {

        static Entry of(KeptFilter kept) {
            var filter = kept.filter();
            return new Entry(
                    filter.name(),
                    filter.stop(),
                    filter.followUps(),
                    filter.conditions(),
                    filter.settings(),
                    kept.valid());
        }
    }

    @Override
    public Part part() {
        return Part.FILTERS;
    }

    @Override
    public Entry blank() {
        return new Entry("", false, false, List.of(), List.of(), true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream().map(Entry::of).toList();
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var filter = new MailFilter(
                wanted.name(), wanted.stop(), wanted.followUps(), wanted.conditions(), wanted.settings());
        if (before == null) return keeping.add(filter, wanted.valid(), by);
        var kept = kept(before.name());
        return keeping.correct(kept.id(), kept.version(), filter, wanted.valid(), by);
    }

    @Override
    public void arrange(List<Entry> entries, Authority by) {
        keeping.arrange(entries.stream().map(entry -> kept(entry.name()).id()).toList(), by);
    }

    private KeptFilter kept(String name) {
        return Section.kept(keeping.all(), kept -> kept.filter().name(), name);
    }
}
