package sportello.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Query;
import sportello.base.Refusal;
import sportello.oidc.OidcProvider;
import sportello.web.Trials;

/**
 * The log-in page.
 *
 * @param target where to go afterwards; empty for the person's first page
 * @param providers those that vouch for people
 * @param unfounded whether nobody can enter yet
 * @param trials log-ins that the demo shows; elsewhere none
 */
public record LoginPage(
        String username,
        String target,
        @Nullable Refusal refusal,
        Trials trials,
        List<OidcProvider> providers,
        boolean unfounded) {

    public LoginPage {
        providers = List.copyOf(providers);
    }

    /** The page's own address, with what it remembers. */
    public String address() {
        return remembering("/login");
    }

    /** The way to the provider. */
    public String departure(OidcProvider provider) {
        return Query.EMPTY
                .with("audience", provider.audience().key())
                .with("target", target)
                .after("/login/oidc");
    }

    private String remembering(String address) {
        return WayIn.remembering(address, target);
    }
}
