package sportello.web;

import java.util.List;

/**
 * The log-ins that the log-in page shows; only the demo has any.
 *
 * @param password everybody's
 */
public record Trials(String password, List<Trial> all) {

    public static final Trials NONE = new Trials("", List.of());

    public Trials {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public String toString() {
        return "Trials";
    }
}
