package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.field.Label;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.KeptOwnState;
import sportello.ticket.LabelSettings;
import sportello.ticket.Mark;
import sportello.ticket.OwnStateSettings;
import sportello.ticket.State;

/** The states of the house's own, in their order, each by its Italian name. */
@Component
final class OwnStatesSection implements Section<OwnStatesSection.Entry> {
    private final KeepingOwnStates keeping;

    OwnStatesSection(KeepingOwnStates keeping) {
        this.keeping = keeping;
    }

    /**
     * @param like the state as which it behaves; none is refused
     * @param mark none for that of the state as which it behaves
     */
    record Entry(
            String name,
            String english,
            @Nullable State like,
            Label customers,
            @Nullable Mark mark,
            boolean valid) {
        static Entry of(KeptOwnState kept) {
            var label = kept.label();
            return new Entry(
                    kept.name(),
                    label.name().english(),
                    kept.state().model(),
                    label.customers(),
                    label.mark(),
                    label.valid());
        }

        OwnStateSettings settings() {
            return new OwnStateSettings(like, new LabelSettings(new Label(name, english), customers, mark, valid));
        }
    }

    @Override
    public Part part() {
        return Part.OWN_STATES;
    }

    @Override
    public Entry blank() {
        return new Entry("", "", null, new Label("", ""), null, true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream().map(Entry::of).toList();
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null) return keeping.add(wanted.settings(), by);
        var kept = kept(before.name());
        return keeping.correct(kept.id(), kept.label().version(), wanted.settings(), by);
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public void arrange(List<Entry> entries, Authority by) {
        keeping.arrange(
                entries.stream().map(entry -> (long) kept(entry.name()).id()).toList(), by);
    }

    private KeptOwnState kept(String name) {
        return Section.kept(keeping.all(), KeptOwnState::name, name);
    }
}
