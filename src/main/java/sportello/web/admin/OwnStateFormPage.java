package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.HouseLabels;
import sportello.ticket.KeptOwnState;
import sportello.ticket.Mark;
import sportello.ticket.OwnState;
import sportello.ticket.State;

/**
 * A state of the house's own as somebody types it.
 *
 * @param kept the one that is corrected, null for a new one
 * @param like the key of the state as which a new one is to behave, as it was sent
 */
public record OwnStateFormPage(
        @Nullable KeptOwnState kept,
        String like,
        LabelForm form,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null ? Area.STATES.address() : Area.STATES.address() + "/own/" + kept.id();
    }

    public List<State> models() {
        return OwnState.MODELS;
    }

    /** What it has without a mark of its own. */
    public Mark mark(HouseLabels labels) {
        return kept == null ? Mark.GREY : labels.mark(kept.state().model());
    }
}
