package sportello.base;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/** Breaks a mail's way at one step, once. */
@Primary
public final class Tripwire implements Steps {
    private volatile @Nullable Enum<?> step;
    private volatile Runnable harm = () -> {};

    /** As if the process were gone: nothing is tidied up. */
    public static final class Halt extends Error {}

    public void at(Enum<?> where, Runnable what) {
        harm = what;
        step = where;
    }

    @Override
    public void at(Enum<?> here) {
        if (here != step) return;
        step = null;
        harm.run();
    }

    public boolean hasGone() {
        return step == null;
    }
}
