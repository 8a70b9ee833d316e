package sportello.web.admin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** A public key to be added. */
public record CorrespondentKeyFormPage(
        CorrespondentKeyForm form, @Nullable Refusal refusal) {
    private static final Set<String> OF_ADDRESS =
            Set.of("correspondent_keys.address", "correspondent_keys.other_address");

    /** What is amiss with the address; all else is so with the key. */
    public @Nullable Refusal ofAddress() {
        return refusal != null && OF_ADDRESS.contains(refusal.message()) ? refusal : null;
    }

    public @Nullable Refusal ofKey() {
        return ofAddress() == null ? refusal : null;
    }
}
