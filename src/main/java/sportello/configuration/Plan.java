package sportello.configuration;

import java.util.List;
import sportello.base.Sha256;

/** What a document does, thing by thing; nothing at all if it has faults. */
public record Plan(List<Item> items, List<Fault> faults) {

    public Plan {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }

    static Plan refused(Fault fault) {
        return new Plan(List.of(), List.of(fault));
    }

    public boolean isSound() {
        return faults.isEmpty();
    }

    public long added() {
        return items.stream()
                .filter(item -> item.difference() instanceof Difference.Added)
                .count();
    }

    public long changed() {
        return items.stream()
                .filter(item -> item.difference() instanceof Difference.Changed)
                .count();
    }

    public long unchanged() {
        return items.stream()
                .filter(item -> item.difference() instanceof Difference.Unchanged)
                .count();
    }

    public long left() {
        return items.stream()
                .filter(item -> item.difference() instanceof Difference.Left)
                .count();
    }

    /** Whether it would do anything. */
    public boolean doesSomething() {
        return isSound() && added() + changed() > 0;
    }

    /** Two plans of the same print do the same. */
    public String print() {
        return Sha256.hexOf(items.toString());
    }
}
