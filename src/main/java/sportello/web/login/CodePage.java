package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.identity.Factor;

/** The page that asks for a code. */
public record CodePage(
        Factor factor, String target, @Nullable Refusal refusal) {}
