package sportello.field;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What a field says, as a text. */
public final class ValueText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private ValueText() {}

    /** For people. */
    public static String shown(Value value, Reader reader, String yes, String no) {
        return switch (value) {
            case Value.Words(var words) -> words;
            case Value.Link(var address) -> address;
            case Value.Amount(var amount) -> NumberText.of(amount, reader.language());
            case Value.Money(var amount, var currency) -> MoneyText.shown(amount, currency, reader.language());
            case Value.Day(var day) -> DAY.format(day);
            case Value.Moment(var moment) -> MOMENT.format(moment.atZone(reader.zone()));
            case Value.Chosen(var options) -> options.stream().map(Option::name).collect(joining(", "));
            case Value.Agent(var named) -> named.name();
            case Value.Customer(var named) -> named.name();
            case Value.YesNo(var is) -> is ? yes : no;
        };
    }

    /** As it stands in a form. */
    static String typed(Value value, Reader reader) {
        return switch (value) {
            case Value.Words(var words) -> words;
            case Value.Link(var address) -> address;
            case Value.Amount(var amount) -> NumberText.typed(amount, reader.language());
            case Value.Money money -> NumberText.typed(money.amount(), reader.language());
            case Value.Day(var day) -> day.toString();
            case Value.Moment(var moment) ->
                moment.atZone(reader.zone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
            case Value.Chosen(var options) ->
                options.stream().map(option -> "" + option.id()).collect(joining(","));
            case Value.Agent(var named) -> named.typed();
            case Value.Customer(var named) -> named.typed();
            case Value.YesNo(var is) -> is ? Reading.YES : Reading.NO;
        };
    }
}
