package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** The page on which one asks for a link. */
public record ResetPage(String username, @Nullable Refusal refusal) {}
