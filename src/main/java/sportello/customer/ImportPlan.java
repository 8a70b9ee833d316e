package sportello.customer;

import java.util.List;
import sportello.base.Sha256;
import sportello.customer.ImportLine.Fate;

/** What a file would do, line by line. */
public record ImportPlan(List<ImportLine> lines) {

    public ImportPlan {
        lines = List.copyOf(lines);
    }

    public long fresh() {
        return lines.stream().filter(line -> line.fate() instanceof Fate.Fresh).count();
    }

    public long changed() {
        return lines.stream()
                .filter(line -> line.fate() instanceof Fate.Changed)
                .count();
    }

    public long same() {
        return lines.stream().filter(line -> line.fate() instanceof Fate.Same).count();
    }

    public long refused() {
        return lines.stream()
                .filter(line -> line.fate() instanceof Fate.Refused)
                .count();
    }

    /** Whether it would do anything. */
    public boolean doesSomething() {
        return fresh() + changed() > 0;
    }

    /** Two plans of the same print do the same. */
    public String print() {
        return Sha256.hexOf(lines.toString());
    }
}
