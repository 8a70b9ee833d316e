package sportello.web.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.queue.KeptRoutingRule;
import sportello.queue.QueueId;
import sportello.queue.RoutingCondition;
import sportello.queue.RoutingCondition.Field;
import sportello.queue.RoutingCondition.Operator;
import sportello.queue.RoutingRule;

/**
 * A routing rule as somebody typed it.
 *
 * @param seen the version of the rule that is corrected, 0 for a new one
 */
public record RoutingForm(
        int seen,
        String name,
        List<RoutingCondition> lines,
        @Nullable Long queue,
        @Nullable Long owner,
        @Nullable Long responsible,
        @Nullable Long priority,
        boolean valid) {
    private static final int BLANK_LINES = 2;

    static final RoutingForm BLANK = new RoutingForm(0, "", List.of(), null, null, null, null, true);

    public RoutingForm {
        lines = List.copyOf(lines);
    }

    static RoutingForm of(KeptRoutingRule kept) {
        var rule = kept.rule();
        var queue = rule.queue();
        var owner = rule.owner();
        var responsible = rule.responsible();
        var priority = rule.priority();
        return new RoutingForm(
                kept.version(),
                rule.name(),
                rule.conditions(),
                queue == null ? null : queue.value(),
                owner == null ? null : owner.value(),
                responsible == null ? null : responsible.value(),
                priority == null ? null : priority.longValue(),
                kept.valid());
    }

    static RoutingForm read(Sent sent) {
        return new RoutingForm(
                sent.number("version"),
                sent.text("name"),
                lines(sent),
                sent.whole("queue"),
                sent.whole("owner"),
                sent.whole("responsible"),
                sent.whole("priority"),
                sent.ticked("valid"));
    }

    private static List<RoutingCondition> lines(Sent sent) {
        return IntStream.range(0, sent.count("value"))
                .filter(number -> !sent.at("value", number).isEmpty())
                .mapToObj(number -> new RoutingCondition(
                        field(sent.at("field", number)),
                        operator(sent.at("operator", number)),
                        sent.at("value", number),
                        sent.at("sense", number).equals("lacks")))
                .toList();
    }

    private static Field field(String key) {
        return Arrays.stream(Field.values())
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElse(Field.SUBJECT);
    }

    private static Operator operator(String key) {
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.key().equals(key))
                .findFirst()
                .orElse(Operator.CONTAINS);
    }

    RoutingRule rule() {
        return new RoutingRule(
                name,
                lines,
                queue == null ? null : new QueueId(queue),
                owner == null ? null : new AgentId(owner),
                responsible == null ? null : new AgentId(responsible),
                priority == null ? null : priority.intValue());
    }

    /** Those that are filled in, and some to fill in. */
    public List<RoutingCondition> offered() {
        var offered = new ArrayList<>(lines);
        for (var blank = 0; blank < BLANK_LINES; blank++)
            offered.add(new RoutingCondition(Field.SUBJECT, Operator.CONTAINS, "", false));
        return offered;
    }
}
