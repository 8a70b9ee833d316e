package sportello.web.admin;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.configuration.Difference;
import sportello.configuration.Fault;
import sportello.configuration.Item;
import sportello.configuration.Part;
import sportello.configuration.Plan;

/** What a document would do, as it is shown: line by line, or why it cannot be done. */
public record PlanTable(Plan plan) {
    /** Rows and faults that are shown. */
    private static final int MOST = 500;

    /** Of a value, in characters. */
    private static final int LONGEST = 300;

    /**
     * A line of the table.
     *
     * @param field empty where the whole thing is meant
     * @param why it is left as it is, null if it is not
     */
    public record Row(
            Part part,
            String name,
            String field,
            String old,
            String now,
            @Nullable Refusal why) {}

    public List<Row> rows() {
        return differences().limit(MOST).toList();
    }

    /** How many are not shown. */
    public long more() {
        return Math.max(0, differences().count() - MOST);
    }

    public List<Fault> faults() {
        return plan.faults().stream().limit(MOST).toList();
    }

    private Stream<Row> differences() {
        return plan.isSound() ? plan.items().stream().flatMap(PlanTable::rows) : Stream.empty();
    }

    private static Stream<Row> rows(Item item) {
        return switch (item.difference()) {
            case Difference.Added added -> Stream.of(row(item, null));
            case Difference.Changed(var fields) ->
                fields.stream()
                        .map(field -> new Row(
                                item.part(),
                                item.name(),
                                field.name(),
                                shortened(field.old()),
                                shortened(field.now()),
                                null));
            case Difference.Left(var why) -> Stream.of(row(item, why));
            case Difference.Unchanged unchanged -> Stream.empty();
        };
    }

    private static Row row(Item item, @Nullable Refusal why) {
        return new Row(item.part(), item.name(), "", "", "", why);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
