package sportello.web.agent;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ids of ticked boxes, as browsers send them and as a draft keeps them. */
public final class Ids {
    private Ids() {}

    /** Those that were sent. */
    public static List<Long> sent(@Nullable List<Long> boxes) {
        return boxes == null
                ? List.of()
                : boxes.stream().filter(Objects::nonNull).toList();
    }

    /** Those that were kept. */
    public static List<Long> kept(@Nullable String listed) {
        return listed == null
                ? List.of()
                : Stream.of(listed.split(","))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .toList();
    }

    /** To be kept. */
    public static String listed(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(joining(","));
    }
}
