package sportello.base;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/** Breaks a mail's way at one step, once, however many come to it at the same time. */
@Primary
public final class Tripwire implements Steps {
    private final AtomicReference<@Nullable Enum<?>> step = new AtomicReference<>();
    private volatile Runnable harm = () -> {};

    /** As if the process were gone: nothing is tidied up. */
    public static final class Halt extends Error {}

    public void at(Enum<?> where, Runnable what) {
        harm = what;
        step.set(where);
    }

    @Override
    public void at(Enum<?> here) {
        if (step.compareAndSet(here, null)) harm.run();
    }

    public boolean hasGone() {
        return step.get() == null;
    }
}
