package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** The page that asks for a code. */
public record CodePage(String target, @Nullable Refusal refusal) {}
