package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptRole;
import sportello.base.Refusal;

/**
 * @param kept whether a provider is kept
 * @param back the address that the provider must know
 */
public record OidcPage(
        boolean kept,
        OidcForm form,
        List<KeptRole> roles,
        String back,
        @Nullable Refusal refusal) {}
