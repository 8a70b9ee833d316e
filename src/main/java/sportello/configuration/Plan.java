package sportello.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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
        try {
            var bytes = items.toString().getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
