package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.KeepingLabels;
import sportello.ticket.KeptLabel;
import sportello.ticket.LabelList;
import sportello.ticket.Mark;

/**
 * How one state or priority is called and marked.
 *
 * @param needed why it cannot be taken out of use, null if it can
 */
public record LabelFormPage(
        LabelList list,
        KeptLabel kept,
        LabelForm form,
        @Nullable Refusal needed,
        @Nullable Refusal refusal) {

    public Area area() {
        return Area.of(list);
    }

    public String action() {
        return area().address() + "/" + kept.id();
    }

    /** For the messages: how we call it. */
    public String ours() {
        return KeepingLabels.OURS + list.message(kept.key());
    }

    public Mark deliveredMark() {
        return list.mark(kept.key());
    }
}
