package sportello.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the book says of the difference between two records. */
class ChangesTest {
    private enum Way {
        UP_HILL
    }

    private record Id(long value) {}

    private record Server(String host, int port) {}

    private record Off() {}

    private record Thing(
            String name,
            Id id,
            Server server,
            @Masked @Nullable String secret,
            List<Server> list,
            Set<String> set,
            Map<String, Set<String>> keys,
            Way way,
            Off off) {}

    private static final Thing PLAIN = new Thing(
            "Posta",
            new Id(7),
            new Server("a", 1),
            "uno",
            List.of(new Server("b", 2), new Server("c", 3)),
            Set.of("z", "y"),
            Map.of("energia", Set.of("rw"), "guasti", Set.of("ro", "note")),
            Way.UP_HILL,
            new Off());

    @Test
    void of_a_new_thing_everything_is_new() {
        assertThat(Changes.between(null, PLAIN))
                .containsExactly(
                        new Change("name", null, "Posta"),
                        new Change("id", null, "7"),
                        new Change("server.host", null, "a"),
                        new Change("server.port", null, "1"),
                        new Change("secret", null, "•••"),
                        new Change("list", null, "b 2, c 3"),
                        new Change("set", null, "y, z"),
                        new Change("keys: energia", null, "rw"),
                        new Change("keys: guasti", null, "note, ro"),
                        new Change("way", null, "up_hill"),
                        new Change("off", null, "off"));
        assertThat(Changes.between(PLAIN, null)).hasSize(11).allMatch(change -> change.now() == null);
    }

    @Test
    void only_what_differs_is_told() {
        assertThat(Changes.between(PLAIN, PLAIN)).isEmpty();
        assertThat(Changes.between(PLAIN, with("due", new Server("a", 2), Map.of("energia", Set.of("rw")))))
                .containsExactly(
                        new Change("server.port", "1", "2"),
                        new Change("secret", "•••", "•••"),
                        new Change("keys: guasti", "note, ro", null));
    }

    @Test
    void a_secret_that_is_gone_is_gone() {
        assertThat(Changes.between(PLAIN, with(null, PLAIN.server(), PLAIN.keys())))
                .containsExactly(new Change("secret", "•••", null));
    }

    private static Thing with(@Nullable String secret, Server server, Map<String, Set<String>> keys) {
        return new Thing(
                PLAIN.name(), PLAIN.id(), server, secret, PLAIN.list(), PLAIN.set(), keys, PLAIN.way(), PLAIN.off());
    }
}
