package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.field.Label;
import sportello.ticket.KeepingLabels;
import sportello.ticket.KeptLabel;
import sportello.ticket.LabelList;
import sportello.ticket.LabelSettings;
import sportello.ticket.Mark;

/** How states or priorities are called and marked; every house has the same of them. */
final class LabelsSection implements Section<LabelsSection.Entry> {
    private static final Label OURS = new Label("", "");

    private final LabelList list;
    private final KeepingLabels keeping;

    LabelsSection(LabelList list, KeepingLabels keeping) {
        this.list = list;
        this.keeping = keeping;
    }

    /** @param mark none for ours */
    record Entry(
            String key,
            Label name,
            Label customers,
            @Nullable Mark mark,
            boolean valid) {
        static Entry of(KeptLabel kept) {
            return new Entry(kept.key(), kept.name(), kept.customers(), kept.mark(), kept.valid());
        }
    }

    @Override
    public Part part() {
        return switch (list) {
            case STATES -> Part.STATES;
            case PRIORITIES -> Part.PRIORITIES;
        };
    }

    @Override
    public Entry blank() {
        return new Entry("", OURS, OURS, null, true);
    }

    @Override
    public List<String> names() {
        return List.of("key");
    }

    @Override
    public List<Entry> all() {
        return keeping.all(list).stream().map(Entry::of).toList();
    }

    @Override
    public boolean isWritten(Entry entry) {
        return !entry.equals(new Entry(entry.key(), OURS, OURS, null, true));
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null)
            return Outcome.refused(
                    switch (list) {
                        case STATES -> "configuration.state";
                        case PRIORITIES -> "configuration.priority";
                    },
                    wanted.key());
        var kept = Section.kept(keeping.all(list), KeptLabel::key, before.key());
        var settings = new LabelSettings(wanted.name(), wanted.customers(), wanted.mark(), wanted.valid());
        return keeping.correct(list, kept.id(), kept.version(), settings, by);
    }
}
