package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.web.Trials;

/**
 * The log-in page.
 *
 * @param target where to go afterwards; empty for the person's first page
 * @param provider the name of a provider that vouches for people, null for none
 * @param unfounded whether nobody can enter yet
 * @param trials log-ins that the demo shows; elsewhere none
 */
public record LoginPage(
        String username,
        String target,
        @Nullable Refusal refusal,
        Trials trials,
        @Nullable String provider,
        boolean unfounded) {

    /** The page's own address, with what it remembers. */
    public String address() {
        return remembering("/login");
    }

    /** The way to the provider. */
    public String departure() {
        return remembering("/login/oidc");
    }

    private String remembering(String address) {
        return WayIn.remembering(address, target);
    }
}
