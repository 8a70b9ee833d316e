package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.ListedType;

/** @param type the one that is corrected, null for a new one */
public record TypeFormPage(
        @Nullable ListedType type, TypeForm form, @Nullable Refusal refusal) {

    public String action() {
        return type == null ? Area.TYPES.address() : Area.TYPES.address() + "/" + type.id();
    }
}
