package sportello.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a field, in each way in which it can be understood.
 *
 * @param words as typed
 * @param amount also of money
 * @param option the id of one that is offered
 */
public record Sought(
        String words,
        @Nullable BigDecimal amount,
        @Nullable LocalDate day,
        @Nullable Boolean yes,
        @Nullable Long option) {

    /** Whether the value says what is looked for; of a tree also what stands below it. */
    public boolean isIn(Value value, Reader reader) {
        return switch (value) {
            case Value.Words(var said) -> contains(said);
            case Value.Link(var address) -> contains(address);
            case Value.Amount(var said) -> amount != null && amount.compareTo(said) == 0;
            case Value.Money money -> amount != null && amount.compareTo(money.amount()) == 0;
            case Value.Day(var said) -> said.equals(day);
            case Value.Moment(var said) ->
                LocalDate.ofInstant(said, reader.zone()).equals(day);
            case Value.Chosen(var options) -> options.stream().anyMatch(this::isOrStandsBelow);
            case Value.Agent(var named) -> isName(named);
            case Value.Customer(var named) -> isName(named);
            case Value.YesNo(var said) -> said ? words.matches("(?i)yes|sì|si") : words.equalsIgnoreCase("no");
        };
    }

    private boolean contains(String said) {
        return said.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private boolean isName(Named named) {
        return named.isCalled(words) || named.name().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** By which somebody of the registers may be known. */
    public String key() {
        return Named.keyIn(words);
    }

    private boolean isOrStandsBelow(Option option) {
        var name = option.name().toLowerCase(Locale.ROOT);
        var sought = words.toLowerCase(Locale.ROOT);
        return name.equals(sought) || name.startsWith(sought + Option.BELOW);
    }

    public static Sought of(String typed, Reader reader) {
        return new Sought(
                typed,
                MoneyText.read(typed, null, reader.language()).orElse(null),
                Reading.dayIn(typed).orElse(null),
                typed.equals(Reading.YES) ? Boolean.TRUE : typed.equals(Reading.NO) ? Boolean.FALSE : null,
                typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null);
    }
}
