package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** What is asked of those who enter. */
public record AccessPage(AccessForm form, @Nullable Refusal refusal) {}
