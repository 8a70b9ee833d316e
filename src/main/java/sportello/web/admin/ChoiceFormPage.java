package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.ChoiceList;
import sportello.ticket.KeptChoice;

/** @param kept the one that is corrected, null for a new one */
public record ChoiceFormPage(
        ChoiceList list,
        @Nullable KeptChoice kept,
        ChoiceForm form,
        @Nullable Refusal refusal) {

    public Area area() {
        return Area.of(list);
    }

    public String action() {
        return kept == null ? area().address() : area().address() + "/" + kept.id();
    }
}
