package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptRole;
import sportello.base.Refusal;

/**
 * The providers, one for each audience.
 *
 * @param roles that new agents can have
 * @param back the address that the providers must know
 */
public record OidcPage(List<Part> parts, List<KeptRole> roles, String back) {

    public OidcPage {
        parts = List.copyOf(parts);
        roles = List.copyOf(roles);
    }

    /**
     * The provider of one audience.
     *
     * @param kept whether it is kept
     */
    public record Part(
            boolean kept, OidcForm form, @Nullable Refusal refusal) {

        /** For the messages. */
        public String key() {
            return form.audience().key();
        }
    }
}
