package sportello.field;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;

/**
 * What a field says as programs read and write it, made of what JSON knows: the same in every language and zone. Numbers with
 * decimals are texts, since many programs keep no more than fifteen digits of a number.
 */
public final class PlainValue {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    /** As a form sends what is none of the options. */
    private static final String NONE_OF_THEM = "?";
    /** Far more than any number of ours has; such a one is not written out. */
    private static final int FAR = 40;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private PlainValue() {}

    public static Object of(FilledField filled) {
        return of(filled.kind(), filled.value());
    }

    static Object of(Kind kind, Value value) {
        return switch (value) {
            case Value.Words(var words) -> words;
            case Value.Link(var address) -> address;
            case Value.Amount(var amount) -> kind == Kind.NUMBER ? amount.toBigInteger() : amount.toPlainString();
            case Value.Money(var amount, var currency) ->
                new TreeMap<>(Map.of(AMOUNT, amount.toPlainString(), CURRENCY, currency));
            case Value.Day(var day) -> day.toString();
            case Value.Moment(var moment) -> moment.toString();
            case Value.Chosen(var options) -> {
                var names = options.stream().map(Option::name).toList();
                yield kind == Kind.CHOICES ? names : names.getFirst();
            }
            case Value.Agent(var named) -> named.key();
            case Value.Customer(var named) -> named.key();
            case Value.YesNo(var yes) -> yes;
        };
    }

    /** As a form would send it, where a moment is in UTC; empty if it has not the shape that the kind asks for. */
    static Optional<String> typed(Field field, List<Option> options, Object plain, Language language) {
        return switch (field.kind()) {
            case LINE, TEXT, LINK, AGENT, CUSTOMER -> text(plain);
            case NUMBER, DECIMAL -> number(plain).map(number -> written(number, language));
            case MONEY -> money(plain, language);
            case DATE -> text(plain).filter(day -> DAY.matcher(day).matches());
            case MOMENT -> text(plain).flatMap(PlainValue::moment);
            case CHOICE, TREE -> text(plain).map(name -> option(options, name));
            case CHOICES -> options(options, plain);
            case YES_NO ->
                plain instanceof Boolean yes ? Optional.of(yes ? Reading.YES : Reading.NO) : Optional.empty();
        };
    }

    /** How a value of the kind looks in JSON, for whoever wrote it in another way. */
    static String example(Kind kind) {
        return switch (kind) {
            case LINE, TEXT, LINK, AGENT, CUSTOMER -> "\"…\"";
            case NUMBER -> "1250";
            case DECIMAL -> "\"1250.50\"";
            case MONEY -> "{\"amount\": \"1250.50\", \"currency\": \"EUR\"}";
            case DATE -> "\"2027-01-15\"";
            case MOMENT -> "\"2027-01-15T08:30:00Z\"";
            case CHOICE, TREE -> "\"…\"";
            case CHOICES -> "[\"…\"]";
            case YES_NO -> "true";
        };
    }

    private static Optional<String> text(@Nullable Object plain) {
        return plain instanceof String text && text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    }

    private static Optional<BigDecimal> number(@Nullable Object plain) {
        return switch (plain) {
            case BigDecimal number -> Optional.of(number);
            case BigInteger number -> Optional.of(new BigDecimal(number));
            case String text when NUMBER.matcher(text).matches() -> Optional.of(new BigDecimal(text));
            case null, default -> Optional.empty();
        };
    }

    private static String written(BigDecimal number, Language language) {
        return Math.abs((long) number.scale()) > FAR
                ? number.toString()
                : NumberText.typed(number.stripTrailingZeros(), language);
    }

    private static Optional<String> money(Object plain, Language language) {
        if (!(plain instanceof Map<?, ?> money) || money.size() != 2) return Optional.empty();
        return text(money.get(CURRENCY))
                .filter(code -> CODE.matcher(code).matches())
                .flatMap(code -> number(money.get(AMOUNT)).map(amount -> written(amount, language) + " " + code));
    }

    private static Optional<String> moment(String text) {
        try {
            var moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            return Optional.of(
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)));
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    private static String option(List<Option> options, String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .map(option -> "" + option.id())
                .findFirst()
                .orElse(NONE_OF_THEM);
    }

    private static Optional<String> options(List<Option> options, Object plain) {
        if (!(plain instanceof List<?> names)
                || !names.stream().allMatch(name -> text(name).isPresent())) return Optional.empty();
        return names.size() > options.size()
                ? Optional.of(NONE_OF_THEM)
                : Optional.of(names.stream()
                        .map(name -> option(options, name.toString()))
                        .collect(joining(",")));
    }
}
