package sportello.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import sportello.agent.AgentId;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.queue.QueueId;
import sportello.ticket.ChoiceList;
import sportello.ticket.Priority;
import sportello.ticket.Stage;
import sportello.ticket.Status;

/** What a search asks of tickets: all of it together. */
public final class Criteria {
    private static final int LONGEST = 200;
    private static final int MOST_FIELDS = 20;

    private final List<Condition> conditions;

    private Criteria(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    static Outcome<Criteria> of(SearchForm form) {
        var conditions = new ArrayList<Condition>();
        for (var read : read(form).toList()) {
            switch (read) {
                case Outcome.Done(var condition) -> conditions.add(condition);
                case Outcome.Refused(var why) -> {
                    return new Outcome.Refused<>(why);
                }
            }
        }
        return Outcome.done(new Criteria(conditions));
    }

    private static Stream<Outcome<Condition>> read(SearchForm form) {
        var own = form.field().entrySet().stream()
                .limit(MOST_FIELDS)
                .map(one -> field(
                        one.getValue(),
                        typed -> piece(typed).then(words -> done(new Condition.Fills(one.getKey(), words)))));
        var others = Stream.of(
                field(form.q(), typed -> SearchText.of(typed).then(text -> done(new Condition.Says(text)))),
                field(form.number(), typed -> piece(typed).then(text -> done(new Condition.NumberHas(text)))),
                field(form.queue(), typed -> id(typed).then(id -> done(new Condition.In(new QueueId(id))))),
                field(form.state(), Criteria::state),
                field(
                        form.priority(),
                        typed -> choice(Priority.values(), Priority::name, typed)
                                .then(priority -> done(new Condition.Has(priority)))),
                field(form.owner(), typed -> whom(typed).then(whom -> done(new Condition.Owner(whom)))),
                field(form.responsible(), typed -> whom(typed).then(whom -> done(new Condition.Responsible(whom)))),
                field(form.customer(), typed -> piece(typed).then(text -> done(new Condition.Asker(text)))),
                field(form.file(), typed -> piece(typed).then(text -> done(new Condition.FileName(text)))),
                field(form.createdFrom(), typed -> day(typed).then(day -> done(new Condition.CreatedFrom(day)))),
                field(form.createdTo(), typed -> day(typed).then(day -> done(new Condition.CreatedTo(day)))),
                field(form.closedFrom(), typed -> day(typed).then(day -> done(new Condition.ClosedFrom(day)))),
                field(form.closedTo(), typed -> day(typed).then(day -> done(new Condition.ClosedTo(day)))),
                said(form.type(), ChoiceList.TYPES),
                said(form.service(), ChoiceList.SERVICES));
        return Stream.concat(others, own).flatMap(Optional::stream);
    }

    private static Optional<Outcome<Condition>> said(String typed, ChoiceList list) {
        return field(typed, one -> id(one).then(id -> done(new Condition.Said(list, id))));
    }

    private static Optional<Outcome<Condition>> field(String typed, Function<String, Outcome<Condition>> reader) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(reader.apply(typed));
    }

    private static Outcome<Condition> done(Condition condition) {
        return Outcome.done(condition);
    }

    private static Outcome<Condition> state(String typed) {
        return switch (typed) {
            case "active" -> done(new Condition.At(Stage.ACTIVE));
            case "closed" -> done(new Condition.At(Stage.CLOSED));
            case "archived" -> done(new Condition.At(Stage.ARCHIVED));
            default ->
                Status.of(typed)
                        .map(state -> done(new Condition.Is(state)))
                        .orElseGet(() -> Outcome.refused("search.choice"));
        };
    }

    private static Outcome<Whom> whom(String typed) {
        return switch (typed) {
            case "nobody" -> Outcome.done(new Whom.Nobody());
            case "me" -> Outcome.done(new Whom.Me());
            default -> id(typed).then(id -> Outcome.done(new Whom.This(new AgentId(id))));
        };
    }

    private static Outcome<String> piece(String typed) {
        var text = CleanText.line(typed);
        return text.length() > LONGEST ? Outcome.refused("search.long", LONGEST) : Outcome.done(text);
    }

    private static Outcome<Long> id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Outcome.done(Long.valueOf(typed)) : Outcome.refused("search.choice");
    }

    private static Outcome<LocalDate> day(String typed) {
        try {
            var day = LocalDate.parse(typed);
            return day.getYear() < 1970 || day.getYear() > 9999
                    ? Outcome.refused("search.day", typed)
                    : Outcome.done(day);
        } catch (DateTimeParseException odd) {
            return Outcome.refused("search.day", CleanText.line(typed));
        }
    }

    private static <T> Outcome<T> choice(T[] choices, Function<T, String> key, String typed) {
        return Arrays.stream(choices)
                .filter(choice -> key.apply(choice).equals(typed))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("search.choice"));
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** What is looked for in the texts; nothing where only attributes are asked of. */
    SearchText text() {
        return conditions.stream()
                .filter(Condition.Says.class::isInstance)
                .map(condition -> ((Condition.Says) condition).text())
                .findFirst()
                .orElse(SearchText.NONE);
    }

    boolean asksForState() {
        return conditions.stream()
                .anyMatch(condition -> condition instanceof Condition.At || condition instanceof Condition.Is);
    }
}
