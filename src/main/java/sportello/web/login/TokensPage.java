package sportello.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.identity.ApiToken;

/**
 * A person's tokens.
 *
 * @param fresh one that was just made, which is shown this once; null for none
 */
public record TokensPage(
        List<ApiToken> tokens,
        TokenForm form,
        @Nullable String fresh,
        @Nullable Refusal refusal) {
    public TokensPage {
        tokens = List.copyOf(tokens);
    }
}
