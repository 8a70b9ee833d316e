package sportello.field;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;

/** Amounts of money as people write them: {@code 1.234,50 €} in Italian, {@code €1,234.50} in English. */
public final class MoneyText {
    private static final String SIGN = "\\p{Sc}|[A-Za-z]{3}";
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?)\\s*(%1$s)?\\s*([+-]?[0-9][0-9.,\\s\\u00a0\\u202f]*?)\\s*(%1$s)?".formatted(SIGN));

    private MoneyText() {}

    /** Whether there is such a currency, and amounts can be paid in it. */
    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }

    /** How many decimals its amounts have. */
    static int places(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** An amount in the currency, whose sign may stand before or behind it; in whichever if none is named. */
    static Optional<BigDecimal> read(String typed, @Nullable String currency, Language language) {
        var written = WRITTEN.matcher(typed.strip());
        if (!written.matches()) return Optional.empty();
        return isMeant(written.group(2), currency) && isMeant(written.group(4), currency)
                ? NumberText.read(written.group(1) + written.group(3), language)
                : Optional.empty();
    }

    private static boolean isMeant(@Nullable String sign, @Nullable String currency) {
        if (sign == null || currency == null) return true;
        var known = Currency.getInstance(currency);
        return sign.equalsIgnoreCase(currency)
                || Stream.of(Locale.ITALY, Locale.UK, Locale.US, Locale.JAPAN)
                        .map(known::getSymbol)
                        .anyMatch(sign::equals);
    }

    static String shown(BigDecimal amount, String currency, Language language) {
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }
}
