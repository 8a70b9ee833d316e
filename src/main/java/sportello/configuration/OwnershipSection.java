package sportello.configuration;

import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.notification.Cell;
import sportello.notification.Extent;
import sportello.notification.KeepingOwnership;
import sportello.queue.KeepingQueues;

/** Who is told of what happens in queues that do not follow the house; who is in charge stands with the queue. */
@Component
class OwnershipSection implements Section<OwnershipSection.Entry> {
    private final KeepingOwnership keeping;
    private final KeepingQueues queues;

    OwnershipSection(KeepingOwnership keeping, KeepingQueues queues) {
        this.keeping = keeping;
        this.queues = queues;
    }

    /** What a queue says of a cell of the table; what it says nothing of follows the house. */
    enum Answer {
        TOLD,
        SILENT,
        HOUSE
    }

    record Entry(String queue, Map<String, Answer> told) {
        Entry {
            var own = new TreeMap<>(told);
            own.values().removeIf(answer -> answer == Answer.HOUSE);
            told = own;
        }

        static Entry of(String queue, Map<Cell, Extent> own) {
            var told = new TreeMap<String, Answer>();
            own.forEach((cell, extent) -> told.put(cell.key(), extent == Extent.YES ? Answer.TOLD : Answer.SILENT));
            return new Entry(queue, told);
        }
    }

    @Override
    public Part part() {
        return Part.OWNERSHIP;
    }

    @Override
    public Entry blank() {
        return new Entry("", Map.of());
    }

    @Override
    public List<String> names() {
        return List.of("queue");
    }

    @Override
    public List<Entry> all() {
        var own = keeping.own();
        return queues.all().stream()
                .map(kept -> Entry.of(
                        kept.queue().name(), own.getOrDefault(kept.queue().id(), Map.of())))
                .toList();
    }

    @Override
    public boolean isWritten(Entry entry) {
        return !entry.told().isEmpty();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(QUEUE, entry.queue());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var cells = new HashMap<String, Cell>();
        keeping.house().keySet().forEach(cell -> cells.put(cell.key(), cell));
        var answers = new HashMap<Cell, Boolean>();
        for (var told : wanted.told().entrySet()) {
            var cell = cells.get(told.getKey());
            if (cell == null) return Outcome.refused("configuration.cell", told.getKey());
            answers.put(cell, told.getValue() == Answer.TOLD);
        }
        var kept = queues.all().stream()
                .filter(queue -> queue.queue().name().equalsIgnoreCase(wanted.queue()))
                .findFirst()
                .orElseThrow();
        var queue = kept.queue();
        return keeping.correct(
                queue.id(), kept.version(), queue.defaultOwner(), queue.defaultResponsible(), answers, by);
    }
}
