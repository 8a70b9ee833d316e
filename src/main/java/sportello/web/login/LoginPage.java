package sportello.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.web.Trials;

/**
 * The log-in page.
 *
 * @param target where to go afterwards; empty for the person's first page
 * @param unfounded whether nobody can enter yet
 * @param trials log-ins that the demo shows; elsewhere none
 */
public record LoginPage(
        String username, String target, @Nullable Refusal refusal, Trials trials, boolean unfounded) {

    /** The page's own address, with what it remembers. */
    public String address() {
        return target.isEmpty() ? "/login" : "/login?target=" + URLEncoder.encode(target, UTF_8);
    }
}
