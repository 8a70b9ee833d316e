package sportello;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** A limit of {@code limits.txt}, tried one before it, at it and one behind it. */
public record Edge(String name, int limit) {

    /** What a test may throw besides. */
    @FunctionalInterface
    public interface Taken {
        boolean is(int size) throws Exception;
    }

    /** How much stays of so much. */
    @FunctionalInterface
    public interface Kept {
        int of(int size) throws Exception;
    }

    public static Edge of(String name) {
        var row = LimitRow.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No limit " + name));
        return new Edge(name, number(row.value()));
    }

    /** Of a time its seconds. */
    private static int number(String value) {
        return Math.toIntExact(value.startsWith("PT") ? Duration.parse(value).toSeconds() : Long.parseLong(value));
    }

    public Duration time() {
        return Duration.ofSeconds(limit);
    }

    /** Up to the limit it is so, and not beyond. */
    public void isTheLast(Taken taken) throws Exception {
        for (var size : List.of(limit - 1, limit))
            assertThat(taken.is(size)).as("%s at %d", name, size).isTrue();
        assertThat(taken.is(limit + 1)).as("%s at %d", name, limit + 1).isFalse();
    }

    /** From the limit on it is so, and not before. */
    public void isTheFirst(Taken taken) throws Exception {
        for (var size : List.of(limit, limit + 1))
            assertThat(taken.is(size)).as("%s at %d", name, size).isTrue();
        assertThat(taken.is(limit - 1)).as("%s at %d", name, limit - 1).isFalse();
    }

    /** Up to the limit everything stays, and of more as much as the limit says. */
    public void cuts(Kept kept) throws Exception {
        for (var size : List.of(limit - 1, limit, limit + 1))
            assertThat(kept.of(size)).as("%s at %d", name, size).isEqualTo(Math.min(size, limit));
    }
}
