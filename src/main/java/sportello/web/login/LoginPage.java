package sportello.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.oidc.Voucher;
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
        List<Voucher> providers,
        boolean unfounded) {

    public LoginPage {
        providers = List.copyOf(providers);
    }

    /** The page's own address, with what it remembers. */
    public String address() {
        return remembering("/login");
    }

    private String remembering(String address) {
        return WayIn.remembering(address, target);
    }
}
