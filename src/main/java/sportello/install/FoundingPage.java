package sportello.install;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** The page on which a desk is founded. */
public record FoundingPage(FoundingForm form, @Nullable Refusal refusal) {
    /** Of a name, in characters. */
    public int longest() {
        return Foundation.LONGEST;
    }
}
