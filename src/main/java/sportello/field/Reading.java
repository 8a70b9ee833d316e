package sportello.field;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Makes a value of what was typed into a field that names nobody, or says what is wrong with it. Empty is nothing, and always in order. */
final class Reading {
    static final String YES = "yes";
    static final String NO = "no";

    private static final int LONGEST_NUMBER = 40;
    private static final int WHOLE_DIGITS = 15;
    private static final int DECIMALS = 6;
    private static final int CENTS = 2;
    /** Four digits of a year, as browsers send them and the database keeps them. */
    private static final java.util.regex.Pattern FROM_THE_YEAR_1000 = java.util.regex.Pattern.compile("[1-9]\\d{3}-.*");

    private static final java.util.regex.Pattern ITALIAN_DAY =
            java.util.regex.Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(.*)");

    private final Field field;
    private final List<Option> options;
    private final Reader reader;

    Reading(Field field, List<Option> options, Reader reader) {
        this.field = field;
        this.options = options;
        this.reader = reader;
    }

    Outcome<Optional<Value>> read(String typed) {
        var clean = field.kind() == Kind.TEXT ? CleanText.lines(typed) : CleanText.line(typed);
        if (isEmpty(clean)) return Outcome.done(Optional.empty());
        return value(clean.strip()).then(value -> Outcome.done(Optional.of(value)));
    }

    /** A form sends boxes with commas between them, and one even where no box is ticked. */
    private boolean isEmpty(String typed) {
        return CleanText.isBlank(field.kind().isChosen() ? typed.replace(",", "") : typed);
    }

    private Outcome<Value> value(String typed) {
        return switch (field.kind()) {
            case LINE, TEXT -> words(typed).then(words -> Outcome.done(new Value.Words(words)));
            case LINK -> words(typed).then(Reading::link);
            case NUMBER, DECIMAL -> amount(typed);
            case MONEY -> money(typed, field.limits());
            case DATE -> day(typed);
            case MOMENT -> moment(typed);
            case CHOICE, CHOICES, TREE -> chosen(typed);
            case YES_NO -> yesNo(typed);
            case AGENT, CUSTOMER -> throw new IllegalStateException("who is named is looked up in the registers");
        };
    }

    private Outcome<String> words(String typed) {
        var length = typed.codePointCount(0, typed.length());
        if (length > field.longest()) return Outcome.refused("field.long", field.longest(), length);
        var pattern = field.limits().pattern();
        return pattern.isEmpty() || Pattern.matches(pattern, typed)
                ? Outcome.done(typed)
                : Outcome.refused("field.pattern");
    }

    private static Outcome<Value> link(String typed) {
        try {
            var address = new URI(typed);
            var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            var isWeb = scheme.equals("https") || scheme.equals("http");
            return isWeb && address.getHost() != null && address.getUserInfo() == null
                    ? Outcome.done(new Value.Link(typed))
                    : Outcome.refused("field.link");
        } catch (URISyntaxException odd) {
            return Outcome.refused("field.link");
        }
    }

    private Outcome<Value> amount(String typed) {
        var whole = field.kind() == Kind.NUMBER;
        var read = typed.length() > LONGEST_NUMBER
                ? Optional.<BigDecimal>empty()
                : NumberText.read(typed, reader.language()).filter(amount -> isKept(amount, whole));
        if (read.isEmpty()) return Outcome.refused(whole ? "field.number" : "field.decimal");
        var amount = whole
                ? read.get().setScale(0, RoundingMode.UNNECESSARY)
                : read.get().setScale(Math.max(CENTS, read.get().scale()), RoundingMode.UNNECESSARY);
        return within(amount).then(inside -> Outcome.done(new Value.Amount(inside)));
    }

    private Outcome<Value> money(String typed, Limits limits) {
        var currency = limits.currency() == null ? FieldSettings.EURO : limits.currency();
        var places = MoneyText.places(currency);
        var read = typed.length() > LONGEST_NUMBER
                ? Optional.<BigDecimal>empty()
                : MoneyText.read(typed, currency, reader.language())
                        .filter(amount -> isKept(amount, false)
                                && amount.stripTrailingZeros().scale() <= places);
        if (read.isEmpty()) return Outcome.refused("field.money", currency, places);
        return within(read.get().setScale(places, RoundingMode.UNNECESSARY))
                .then(inside -> Outcome.done(new Value.Money(inside, currency)));
    }

    private Outcome<BigDecimal> within(BigDecimal amount) {
        var least = field.limits().least();
        if (least != null && amount.compareTo(least) < 0) return Outcome.refused("field.least", written(least));
        var most = field.limits().most();
        if (most != null && amount.compareTo(most) > 0) return Outcome.refused("field.most", written(most));
        return Outcome.done(amount);
    }

    private static boolean isKept(BigDecimal amount, boolean whole) {
        var decimals = Math.max(0, amount.stripTrailingZeros().scale());
        return amount.precision() - amount.scale() <= WHOLE_DIGITS
                && amount.scale() <= DECIMALS
                && (!whole || decimals == 0);
    }

    private String written(BigDecimal limit) {
        return NumberText.of(limit, reader.language());
    }

    private static Outcome<Value> day(String typed) {
        return dayIn(typed)
                .<Outcome<Value>>map(day -> Outcome.done(new Value.Day(day)))
                .orElseGet(() -> Outcome.refused("field.date"));
    }

    static Optional<LocalDate> dayIn(String typed) {
        try {
            var iso = iso(typed);
            return FROM_THE_YEAR_1000.matcher(iso).matches() ? Optional.of(LocalDate.parse(iso)) : Optional.empty();
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    private Outcome<Value> moment(String typed) {
        try {
            var iso = iso(typed).replace(' ', 'T');
            if (FROM_THE_YEAR_1000.matcher(iso).matches())
                return Outcome.done(new Value.Moment(
                        LocalDateTime.parse(iso).atZone(reader.zone()).toInstant()));
        } catch (DateTimeException odd) {
            return Outcome.refused("field.moment");
        }
        return Outcome.refused("field.moment");
    }

    /** As the house shows days, where a browser gives no calendar to choose from. */
    private static String iso(String typed) {
        Matcher day = ITALIAN_DAY.matcher(typed);
        return day.matches()
                ? "%s-%02d-%02d%s"
                        .formatted(
                                day.group(3),
                                Integer.valueOf(day.group(2)),
                                Integer.valueOf(day.group(1)),
                                day.group(4))
                : typed;
    }

    /** In the order in which they are offered. */
    private Outcome<Value> chosen(String typed) {
        var wanted = Arrays.stream(typed.split(",")).filter(id -> !id.isBlank()).toList();
        var found = options.stream()
                .filter(option -> wanted.contains("" + option.id()))
                .toList();
        if (found.size() < wanted.stream().distinct().count()) return Outcome.refused("field.option");
        if (found.size() > 1 && field.kind() != Kind.CHOICES) return Outcome.refused("field.option");
        if (found.stream().anyMatch(option -> field.isClosed(option, options))) return Outcome.refused("field.leaf");
        return Outcome.done(new Value.Chosen(found));
    }

    private static Outcome<Value> yesNo(String typed) {
        return switch (typed) {
            case YES -> Outcome.done(new Value.YesNo(true));
            case NO -> Outcome.done(new Value.YesNo(false));
            default -> Outcome.refused("field.yes_no");
        };
    }
}
