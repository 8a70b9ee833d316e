package sportello.web.agent.ticket;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.notification.Audience;
import sportello.notification.Fate;
import sportello.notification.LedgerLine;
import sportello.notification.WhyNot;

/** Who was told of something, and who was not, in as few words as that takes. */
public record Told(List<Group> groups, List<LedgerLine> others) {
    private static final int NAMES = 3;

    public Told {
        groups = List.copyOf(groups);
        others = List.copyOf(others);
    }

    /** People of one audience with whom it went the same way, the latest moment and the last answer among them. */
    public record Group(Audience audience, List<String> names, Fate fate) {

        public Group {
            names = List.copyOf(names);
        }

        /** Whether they are too many to be called by name. */
        public boolean isCrowd() {
            return names.size() > NAMES;
        }

        public String allNames() {
            return String.join(", ", names);
        }

        public @Nullable Instant at() {
            return Told.at(fate);
        }

        public boolean isUndelivered() {
            return fate instanceof Fate.Undelivered;
        }
    }

    private record Kind(Audience audience, String fate) {}

    /** Somebody whom two rules address is told once; the second rule is no news. Nor is that who gets the mail got it. */
    static Told of(List<LedgerLine> lines) {
        var byKind = new LinkedHashMap<Kind, List<LedgerLine>>();
        lines.stream()
                .filter(line -> !(line.fate() instanceof Fate.NotTold))
                .forEach(line ->
                        byKind.merge(new Kind(line.audience(), line.fate().message()), List.of(line), Told::together));
        return new Told(byKind.values().stream().map(Told::group).toList(), others(lines));
    }

    /** Somebody whom several rules address in vain is named once. */
    private static List<LedgerLine> others(List<LedgerLine> lines) {
        var named = new HashSet<List<Object>>();
        return lines.stream()
                .filter(Told::isNews)
                .filter(line -> named.add(List.of(line.name(), line.fate())))
                .toList();
    }

    public boolean isEmpty() {
        return groups.isEmpty() && others.isEmpty();
    }

    private static Group group(List<LedgerLine> lines) {
        return new Group(
                lines.getFirst().audience(),
                lines.stream().map(LedgerLine::name).toList(),
                lines.stream()
                        .map(LedgerLine::fate)
                        .max(Comparator.comparing(Told::order))
                        .orElseThrow());
    }

    private static boolean isNews(LedgerLine line) {
        return line.fate() instanceof Fate.NotTold(var why) && why != WhyNot.TOLD_ALREADY && why != WhyNot.WRITTEN_TO;
    }

    private static Instant order(Fate fate) {
        return Objects.requireNonNullElse(at(fate), Instant.MIN);
    }

    private static @Nullable Instant at(Fate fate) {
        return switch (fate) {
            case Fate.Held held -> held.until();
            case Fate.Waiting _, Fate.Recalled _, Fate.NotTold _ -> null;
            case Fate.Delivered delivered -> delivered.at();
            case Fate.Undelivered undelivered -> undelivered.at();
        };
    }

    private static List<LedgerLine> together(List<LedgerLine> some, List<LedgerLine> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
