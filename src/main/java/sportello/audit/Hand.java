package sportello.audit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who works at this moment, and from where. The door knows both once and says so for all that is done behind it; where
 * nobody has said anything the house itself is at work.
 *
 * @param agent the person's number, null for a stranger, for who works at the machine and for the house
 * @param name of the person; empty for a stranger and for the house
 * @param address from which the person comes; empty for the house
 * @param browser through which, as people call it; empty where nobody knows
 */
public record Hand(@Nullable Long agent, String name, String address, String browser) {
    private static final Hand HOUSE = new Hand(null, "", "");
    private static final ScopedValue<Supplier<Hand>> AT_WORK = ScopedValue.newInstance();

    /** Somebody of whose browser nothing is known. */
    public Hand(@Nullable Long agent, String name, String address) {
        this(agent, name, address, "");
    }

    /** Who it is; asked for only by what writes it down. */
    public static Hand atWork() {
        return AT_WORK.isBound() ? AT_WORK.get().get() : HOUSE;
    }

    /** Does the work by that hand, which is asked for only if something is written into the book. */
    public static <T extends @Nullable Object, X extends Throwable> T during(
            Supplier<Hand> hand, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(AT_WORK, hand).call(work);
    }
}
