package sportello.ticket;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number by which people know a ticket, as in {@code 2018091110000018}. Old systems made theirs in other ways, so
 * neither length nor check digit is ever a reason to refuse one.
 */
public record TicketNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z-]{1,50}");
    private static final Pattern BEFORE = Pattern.compile("(?i)^\\s*\\[?\\s*(?:ticket)?\\s*#?\\s*");

    public TicketNumber {
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("not a ticket number");
    }

    /** The number in what somebody typed, if it can be one, with a digit at least; as it stands in subjects, {@code [Ticket#2018…]}, also. */
    public static Optional<TicketNumber> typed(String text) {
        var bare = BEFORE.matcher(text).replaceFirst("").replaceFirst("[\\]\\s].*$", "");
        return SHAPE.matcher(bare).matches() && bare.chars().anyMatch(Character::isDigit)
                ? Optional.of(new TicketNumber(bare))
                : Optional.empty();
    }

    /**
     * The number that OTRS's DateChecksum generator would give: the day, the system's id, the day's counter on at least
     * five digits, and a check digit.
     *
     * @param counter from 1, anew each day
     */
    static TicketNumber of(LocalDate day, int systemId, long counter) {
        var digits = day.format(DateTimeFormatter.BASIC_ISO_DATE) + systemId + "%05d".formatted(counter);
        return new TicketNumber(digits + checkDigit(digits));
    }

    /** Weights 1, 2, 1, 2 … from the left, products summed whole (not Luhn); ten becomes one. */
    private static int checkDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) sum += (digits.charAt(i) - '0') * (1 + i % 2);
        var check = 10 - sum % 10;
        return check == 10 ? 1 : check;
    }

    @Override
    public String toString() {
        return value;
    }
}
