package sportello.field;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import sportello.base.Language;

/** Numbers as people write them: {@code 1.250,50} in Italian, {@code 1,250.50} in English. */
public final class NumberText {
    private static final int WHOLE_DIGITS = 18;
    private static final int DECIMALS = 9;
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?\\d{1,%d}(?:[.,]\\d{1,%d})?".formatted(WHOLE_DIGITS, DECIMALS));

    private NumberText() {}

    /** What groups in the language does so where it stands before three digits; elsewhere it is a decimal sign too. */
    public static Optional<BigDecimal> read(String typed, Language language) {
        var tight = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        var signs = DecimalFormatSymbols.getInstance(language.locale());
        var group = Pattern.quote("" + signs.getGroupingSeparator());
        var point = Pattern.quote("" + signs.getDecimalSeparator());
        if (tight.matches("[+-]?\\d{1,3}(?:%s\\d{3}){1,5}(?:%s\\d{1,9})?".formatted(group, point)))
            return Optional.of(new BigDecimal(tight.replaceAll(group, "").replace(',', '.')));
        return PLAIN.matcher(tight).matches() ? Optional.of(new BigDecimal(tight.replace(',', '.'))) : Optional.empty();
    }

    /** Whether it has no more digits than people write. */
    static boolean isWritten(BigDecimal number) {
        return (long) number.precision() - number.scale() <= WHOLE_DIGITS && number.scale() <= DECIMALS;
    }

    /** Whole numbers may be years and codes, and are not grouped. */
    static String of(BigDecimal amount, Language language) {
        return text(amount, language, amount.scale() > 0);
    }

    /** As it stands in a form. */
    public static String typed(BigDecimal amount, Language language) {
        return text(amount, language, false);
    }

    private static String text(BigDecimal amount, Language language, boolean grouped) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setGroupingUsed(grouped);
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }
}
