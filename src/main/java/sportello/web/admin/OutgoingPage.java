package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mail.LetterState;
import sportello.mail.ListedLetter;

/**
 * What became of the letters of the house, newest first.
 *
 * @param later whether these are not the newest
 * @param next the address of the letters before these, null if there are none
 */
public record OutgoingPage(
        OutgoingForm form,
        List<ListedLetter> letters,
        boolean later,
        @Nullable String next,
        @Nullable Refusal refusal) {
    static final int MOST = 50;

    /** @param found one more than are shown, if there are more */
    static OutgoingPage of(OutgoingForm form, List<ListedLetter> found, boolean later, @Nullable Refusal refusal) {
        var letters = found.subList(0, Math.min(MOST, found.size()));
        var next = found.size() > MOST
                ? form.query()
                        .with(
                                "before",
                                "" + letters.getLast().delivery().letter().value())
                        .after(Area.OUTGOING.address())
                : null;
        return new OutgoingPage(form, letters, later, next, refusal);
    }

    public List<LetterState> states() {
        return List.of(LetterState.values());
    }

    public String newest() {
        return form.query().after(Area.OUTGOING.address());
    }
}
