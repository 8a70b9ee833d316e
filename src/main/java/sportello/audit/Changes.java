package sportello.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The difference between what a thing was and what it is. */
final class Changes {
    private static final String DOTS = "•••";

    private Changes() {}

    static List<Change> between(@Nullable Record before, @Nullable Record now) {
        var old = Fields.of(before);
        var fresh = Fields.of(now);
        var names = new LinkedHashSet<>(fresh.keySet());
        names.addAll(old.keySet());
        var changes = new ArrayList<Change>();
        for (var name : names) {
            var was = old.get(name);
            var is = fresh.get(name);
            if (!Objects.equals(was, is)) changes.add(new Change(name, shown(was), shown(is)));
        }
        return changes;
    }

    private static @Nullable String shown(Fields.@Nullable Value value) {
        if (value == null) return null;
        return value.secret() ? DOTS : value.text();
    }
}
