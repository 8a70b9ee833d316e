package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.ticket.ChoiceList;
import sportello.ticket.ChoiceSettings;
import sportello.ticket.KeepingChoices;
import sportello.ticket.KeptChoice;

/** One of the lists from which the desk chooses; in a tree each by its full name. */
final class ChoicesSection implements Section<ChoicesSection.Entry> {
    private final ChoiceList list;
    private final KeepingChoices keeping;

    ChoicesSection(ChoiceList list, KeepingChoices keeping) {
        this.list = list;
        this.keeping = keeping;
    }

    record Entry(String name, String note, boolean customers, boolean valid) {

        /** Empty for none. */
        String parent() {
            var end = name.lastIndexOf(KeptChoice.BELOW);
            return end < 0 ? "" : name.substring(0, end);
        }

        String shortName() {
            var end = name.lastIndexOf(KeptChoice.BELOW);
            return end < 0 ? name : name.substring(end + KeptChoice.BELOW.length());
        }
    }

    @Override
    public Part part() {
        return switch (list) {
            case TYPES -> Part.TYPES;
            case SERVICES -> Part.SERVICES;
            case CAUSES -> Part.CAUSES;
        };
    }

    @Override
    public Entry blank() {
        return new Entry("", "", false, true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        return keeping.all(list).stream()
                .map(kept -> new Entry(kept.name(), kept.note(), kept.customers(), kept.valid()))
                .toList();
    }

    /** A new one is valid at first, so that others can be put below it. */
    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var parent = wanted.parent();
        if (!list.isTree() || parent.isEmpty()) return keep(before, wanted, null, by);
        return all().stream().anyMatch(entry -> entry.name().equalsIgnoreCase(parent))
                ? keep(before, wanted, kept(parent).id(), by)
                : Outcome.refused("configuration.no.service", parent);
    }

    private Outcome<?> keep(@Nullable Entry before, Entry wanted, @Nullable Long parent, Authority by) {
        var name = list.isTree() ? wanted.shortName() : wanted.name();
        var settings = new ChoiceSettings(name, parent, wanted.note(), wanted.customers(), wanted.valid());
        if (before == null) return keeping.add(list, settings, by);
        var kept = kept(before.name());
        return keeping.correct(list, kept.id(), kept.version(), settings, by);
    }

    private KeptChoice kept(String name) {
        return keeping.all(list).stream()
                .filter(kept -> kept.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean isOrdered() {
        return !list.isTree();
    }

    @Override
    public void arrange(List<Entry> entries, Authority by) {
        keeping.arrange(
                list, entries.stream().map(entry -> kept(entry.name()).id()).toList(), by);
    }
}
