package sportello.customer;

import java.util.Locale;
import java.util.regex.Pattern;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * The Italian tax code of a person (codice fiscale): sixteen characters, or the eleven digits of one that is given for a while.
 * Where two people would have the same one, the revenue office writes letters in the place of digits (omocodia): such codes are
 * other codes, and are kept as they are.
 */
public final class TaxCode {
    private static final int LONG = 16;
    private static final int SHORT = 11;
    private static final String ITALIAN = "TINIT-";

    /** What stands for the digits 0 to 9 where two people would have the same code. */
    private static final String INSTEAD = "LMNPQRSTUV";

    private static final Pattern SHAPE =
            Pattern.compile("[A-Z]{6}#{2}[ABCDEHLMPRST]#{2}[A-Z]#{3}[A-Z]".replace("#", "[0-9" + INSTEAD + "]"));

    /** What a character counts at an odd place, of 0 to 9 and of A to Z. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private TaxCode() {}

    /** As it is kept: in capitals and without blanks; empty for none. Whether its person has it, nobody can tell by it. */
    public static Outcome<String> read(String typed) {
        var code = CleanText.line(typed).replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
        if (code.isEmpty()) return Outcome.done("");
        if (code.matches("IT\\d{11}")) return Outcome.refused("tax_code.vat");
        if (code.matches("\\d{11}")) return isSound(code) ? Outcome.done(code) : Outcome.refused("tax_code.digits");
        if (code.length() != LONG) return Outcome.refused("tax_code.length", LONG, SHORT, code.length());
        if (!SHAPE.matcher(code).matches() || !isDay(code)) return Outcome.refused("tax_code.shape");
        return control(code) == code.charAt(LONG - 1) ? Outcome.done(code) : Outcome.refused("tax_code.control");
    }

    /** As providers of SPID and CIE write it, behind the country that has given it; some write it alone. */
    public static Outcome<String> vouched(String said) {
        var word = said.strip().toUpperCase(Locale.ROOT);
        if (word.isEmpty()) return Outcome.refused("tax_code.unsaid");
        if (!word.startsWith(ITALIAN) && word.matches("[A-Z]{5}-.*")) return Outcome.refused("tax_code.abroad");
        return switch (read(word.startsWith(ITALIAN) ? word.substring(ITALIAN.length()) : word)) {
            case Outcome.Done<String>(var code) when !code.isEmpty() -> Outcome.done(code);
            case Outcome.Done<String> _, Outcome.Refused<String> _ -> Outcome.refused("tax_code.odd");
        };
    }

    /** The day of birth, and forty more for women. */
    private static boolean isDay(String code) {
        var day = digit(code.charAt(9)) * 10 + digit(code.charAt(10));
        return day >= 1 && day <= 31 || day >= 41 && day <= 71;
    }

    private static int digit(char written) {
        return Character.isDigit(written) ? written - '0' : INSTEAD.indexOf(written);
    }

    /** The last character, as the fifteen before it demand. */
    static char control(String code) {
        var sum = 0;
        for (var place = 0; place < LONG - 1; place++) {
            var written = code.charAt(place);
            var value = Character.isDigit(written) ? written - '0' : written - 'A';
            sum += place % 2 == 0 ? ODD[value] : value;
        }
        return (char) ('A' + sum % 26);
    }

    /** Whether the last of the digits is the one that the others demand: each second one counts double. */
    private static boolean isSound(String digits) {
        var sum = 0;
        for (var place = 0; place < SHORT; place++) {
            var value = digits.charAt(place) - '0';
            sum += place % 2 == 0 ? value : value * 2 % 10 + value / 5;
        }
        return sum % 10 == 0;
    }
}
