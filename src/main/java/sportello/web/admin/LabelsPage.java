package sportello.web.admin;

import static java.util.Comparator.comparing;

import java.util.List;
import sportello.ticket.KeepingLabels;
import sportello.ticket.KeptLabel;
import sportello.ticket.KeptOwnState;
import sportello.ticket.LabelList;
import sportello.ticket.Mark;

/**
 * How all states, or all priorities, are called and marked.
 *
 * @param own the states of the house's own
 */
public record LabelsPage(LabelList list, List<KeptLabel> labels, List<KeptOwnState> own) {
    public LabelsPage {
        labels = List.copyOf(labels);
        own = List.copyOf(own);
    }

    /** Those that behave alike together. */
    public List<KeptOwnState> alike() {
        return own.stream().sorted(comparing(kept -> kept.state().model())).toList();
    }

    /** Whether it stands at that end of those that behave like it. */
    public boolean isAtEnd(KeptOwnState kept, boolean first) {
        var like = own.stream()
                .filter(one -> one.state().model() == kept.state().model())
                .toList();
        return kept.equals(first ? like.getFirst() : like.getLast());
    }

    /** Whether there can be some of the house's own. */
    public boolean hasOwn() {
        return list == LabelList.STATES;
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
