package sportello.web.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.notification.Cell;
import sportello.notification.Extent;
import sportello.queue.KeptQueue;

/**
 * Who is in charge of a queue and who is told there, as somebody chose it.
 *
 * @param told by cell, {@code yes} or {@code no}; nothing where the house decides
 */
public record OwnershipForm(
        int seen, @Nullable Long owner, @Nullable Long responsible, Map<Cell, String> told) {

    public OwnershipForm {
        told = Map.copyOf(told);
    }

    static OwnershipForm of(KeptQueue kept, Map<Cell, Extent> own) {
        var owner = kept.queue().defaultOwner();
        var responsible = kept.queue().defaultResponsible();
        return new OwnershipForm(
                kept.version(),
                owner == null ? null : owner.value(),
                responsible == null ? null : responsible.value(),
                chosen(own));
    }

    static OwnershipForm of(Map<Cell, Extent> house) {
        return new OwnershipForm(0, null, null, chosen(house));
    }

    private static Map<Cell, String> chosen(Map<Cell, Extent> cells) {
        var chosen = new LinkedHashMap<Cell, String>();
        cells.forEach((cell, told) -> {
            switch (told) {
                case YES -> chosen.put(cell, "yes");
                case NO -> chosen.put(cell, "no");
                case PARTLY -> {}
            }
        });
        return chosen;
    }

    /** @param cells that the page offers */
    static OwnershipForm read(Sent sent, Iterable<Cell> cells) {
        var told = new LinkedHashMap<Cell, String>();
        for (var cell : cells) if (sent.text(cell.key()).matches("yes|no")) told.put(cell, sent.text(cell.key()));
        return new OwnershipForm(sent.number("version"), sent.whole("owner"), sent.whole("responsible"), told);
    }

    Map<Cell, Boolean> answers() {
        var answers = new LinkedHashMap<Cell, Boolean>();
        told.forEach((cell, answer) -> answers.put(cell, answer.equals("yes")));
        return answers;
    }

    @Nullable AgentId ownerId() {
        return owner == null ? null : new AgentId(owner);
    }

    @Nullable AgentId responsibleId() {
        return responsible == null ? null : new AgentId(responsible);
    }
}
