package sportello.web.admin;

import java.util.List;
import sportello.ticket.KeepingLabels;
import sportello.ticket.KeptLabel;
import sportello.ticket.LabelList;
import sportello.ticket.Mark;

/** How all states, or all priorities, are called and marked. */
public record LabelsPage(LabelList list, List<KeptLabel> labels) {
    public LabelsPage {
        labels = List.copyOf(labels);
    }

    public Area area() {
        return Area.of(list);
    }

    /** For the messages: how it is called now. */
    public String name(KeptLabel kept) {
        return list.message(kept.key());
    }

    /** For the messages: how we call it. */
    public String ours(KeptLabel kept) {
        return KeepingLabels.OURS + name(kept);
    }

    public Mark mark(KeptLabel kept) {
        var own = kept.mark();
        return own == null ? list.mark(kept.key()) : own;
    }
}
