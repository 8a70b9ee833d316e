package sportello.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work on many tickets, and how far it has come.
 *
 * @param undoneBy the bulk that took it back, if one did
 * @param waiting how many tickets' turn has not come yet
 * @param unchanged how many were already as they should become
 */
public record Bulk(
        BulkId id,
        BulkAction action,
        Instant createdAt,
        @Nullable BulkId undoneBy,
        int waiting,
        int done,
        int refused,
        int unchanged) {

    public int total() {
        return waiting + done + refused + unchanged;
    }

    /** How many have had their turn. */
    public int past() {
        return done + refused + unchanged;
    }

    public boolean isOver() {
        return waiting == 0;
    }

    /** Whether there is something that can be taken back, and nobody has yet. */
    public boolean isUndoable() {
        return isOver() && done > 0 && undoneBy == null && action.isReversible();
    }
}
