package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptRole;
import sportello.base.Refusal;

/**
 * The SAML providers, one for each audience.
 *
 * @param roles that agents can have
 * @param door where the providers' answers are taken
 */
public record SamlPage(List<Part> parts, List<KeptRole> roles, String door) {

    public SamlPage {
        parts = List.copyOf(parts);
        roles = List.copyOf(roles);
    }

    /**
     * The provider of one audience.
     *
     * @param us what we call ourselves to it
     * @param certificate of our key, empty as long as nothing is kept
     */
    public record Part(
            SamlForm form,
            String us,
            String certificate,
            @Nullable Refusal refusal) {

        /** For the messages. */
        public String key() {
            return form.audience().key();
        }

        public boolean isKept() {
            return !certificate.isEmpty();
        }
    }
}
