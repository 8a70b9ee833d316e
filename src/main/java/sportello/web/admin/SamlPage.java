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

    /** 0 for a provider that is asked as any other. */
    public static final List<Integer> SPID_LEVELS = List.of(0, 1, 2, 3);

    public SamlPage {
        parts = List.copyOf(parts);
        roles = List.copyOf(roles);
    }

    /**
     * The provider of one audience.
     *
     * @param us what we call ourselves to it
     * @param certificates of our keys: the one that signs and the one that follows; none as long as nothing is kept
     */
    public record Part(
            SamlForm form,
            String us,
            List<String> certificates,
            @Nullable Refusal refusal) {

        public Part {
            certificates = List.copyOf(certificates);
        }

        /** For the messages. */
        public String key() {
            return form.audience().key();
        }

        /** Whether another key follows ours. */
        public boolean isRenewed() {
            return certificates.size() > 1;
        }

        public boolean isKept() {
            return !certificates.isEmpty();
        }
    }
}
