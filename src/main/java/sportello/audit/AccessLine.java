package sportello.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of access.
 *
 * @param name as the person is called now; empty for nobody
 * @param by whose hand was at work, as that person is called now; empty where it was nobody else’s
 */
public record AccessLine(
        long no,
        Instant at,
        AccessKind kind,
        Person person,
        String name,
        String by,
        String address,
        String browser,
        String thing,
        @Nullable Long found,
        @Nullable String filter,
        String why) {

    /** Whose access it was: an agent, a customer user, or nobody whom we know. */
    public record Person(@Nullable Long agent, @Nullable Long customerUser) {
        public static final Person NOBODY = new Person(null, null);

        public static Person agent(long id) {
            return new Person(id, null);
        }

        public static Person customerUser(long id) {
            return new Person(null, id);
        }
    }
}
