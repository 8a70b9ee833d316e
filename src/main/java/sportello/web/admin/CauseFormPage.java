package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.ListedCause;

/** @param cause the one that is corrected, null for a new one */
public record CauseFormPage(
        @Nullable ListedCause cause,
        CauseForm form,
        @Nullable Refusal refusal) {

    public String action() {
        return cause == null ? Area.CAUSES.address() : Area.CAUSES.address() + "/" + cause.id();
    }
}
