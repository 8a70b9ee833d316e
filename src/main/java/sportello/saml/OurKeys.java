package sportello.saml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our keys for one provider.
 *
 * @param signing the one with which we sign
 * @param next the one that follows it, null as long as none does: the provider may know it already
 */
record OurKeys(OurKey signing, @Nullable OurKey next) {

    /** To either of which an answer may be encrypted. */
    List<OurKey> all() {
        var follows = next;
        return follows == null ? List.of(signing) : List.of(signing, follows);
    }
}
