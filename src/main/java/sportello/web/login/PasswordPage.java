package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** The page to which the link leads. */
public record PasswordPage(String token, @Nullable Refusal refusal) {}
