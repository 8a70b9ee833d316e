package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.ChoiceList;
import sportello.ticket.KeptChoice;

/**
 * @param kept the one that is corrected, null for a new one
 * @param above below which it can stand, in a list that is a tree
 * @param limits the names of those that speak of it
 */
public record ChoiceFormPage(
        ChoiceList list,
        @Nullable KeptChoice kept,
        ChoiceForm form,
        List<KeptChoice> above,
        List<String> limits,
        @Nullable Refusal refusal) {

    public ChoiceFormPage {
        above = List.copyOf(above);
    }

    public Area area() {
        return Area.of(list);
    }

    public String action() {
        return kept == null ? area().address() : area().address() + "/" + kept.id();
    }
}
