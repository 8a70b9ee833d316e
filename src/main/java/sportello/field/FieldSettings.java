package sportello.field;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * What administrators say of a field.
 *
 * @param options as they are typed
 */
public record FieldSettings(
        Subject subject,
        String key,
        Kind kind,
        Label label,
        Label hint,
        Limits limits,
        TypedOptions options,
        Map<Screen, Use> uses,
        boolean valid) {
    /** Of a label, in characters. */
    public static final int LONGEST_LABEL = 80;

    /** Of a hint, in characters. */
    public static final int LONGEST_HINT = 300;

    /** Of a pattern, in characters. */
    public static final int LONGEST_PATTERN = 200;

    /** The currency of money where nothing else is said. */
    public static final String EURO = "EUR";

    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    public FieldSettings {
        uses = Map.copyOf(uses);
    }

    /** The same as one that is asked, as every new one is. */
    FieldSettings offered() {
        return new FieldSettings(subject, key, kind, label, hint, limits, options, uses, true);
    }

    /** The same for a field that there is. */
    FieldSettings of(Field field) {
        return new FieldSettings(field.subject(), field.key(), field.kind(), label, hint, limits, options, uses, valid);
    }

    /** The same as it will be kept, without what its kind does not know; refuses what is not in order. */
    Outcome<FieldSettings> checked() {
        if (!KEY.matcher(key).matches()) return Outcome.refused("fields.key");
        var name = new Label(CleanText.line(label.italian()), CleanText.line(label.english()));
        if (CleanText.isBlank(name.italian()) || CleanText.isBlank(name.english()))
            return Outcome.refused("fields.label");
        if (longest(name) > LONGEST_LABEL) return Outcome.refused("fields.label_long", LONGEST_LABEL);
        var help = new Label(CleanText.line(hint.italian()), CleanText.line(hint.english()));
        if (longest(help) > LONGEST_HINT) return Outcome.refused("fields.hint_long", LONGEST_HINT);
        if (kind.isNamed() && uses.getOrDefault(Screen.PORTAL_OPENING, Use.HIDDEN) != Use.HIDDEN)
            return Outcome.refused("fields.not_by_customers");
        return soundLimits()
                .then(sound -> options.checked(kind)
                        .then(offered -> Outcome.done(
                                new FieldSettings(subject, key, kind, name, help, sound, offered, asked(), valid))));
    }

    /** What screens of another subject would do with it is no matter. */
    private Map<Screen, Use> asked() {
        return uses.entrySet().stream()
                .filter(one -> one.getKey().subject() == subject)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int longest(Label label) {
        return Math.max(label.italian().length(), label.english().length());
    }

    private Outcome<Limits> soundLimits() {
        if (kind.isWords()) return limitsOfWords();
        if (kind.isNumeric()) return limitsOfNumbers().then(this::inCurrency);
        return Outcome.done(kind == Kind.TREE ? Limits.ofTree(limits.leaves()) : Limits.NONE);
    }

    private Outcome<Limits> limitsOfWords() {
        var longest = limits.longest();
        if (longest != null && (longest < 1 || longest > kind.longest()))
            return Outcome.refused("fields.longest", kind.longest());
        var pattern = limits.pattern().strip();
        if (pattern.length() > LONGEST_PATTERN) return Outcome.refused("fields.pattern_long", LONGEST_PATTERN);
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return Outcome.refused("fields.pattern", e.getDescription());
        }
        return pattern.indexOf('\0') >= 0
                ? Outcome.refused("fields.pattern", "NUL")
                : Outcome.done(new Limits(longest, null, null, pattern));
    }

    /** Euros, where nothing else is said. */
    private Outcome<Limits> inCurrency(Limits sound) {
        if (kind != Kind.MONEY) return Outcome.done(sound);
        var typed = limits.currency() == null ? "" : limits.currency().strip().toUpperCase(Locale.ROOT);
        var currency = typed.isEmpty() ? EURO : typed;
        return MoneyText.isCurrency(currency)
                ? Outcome.done(sound.in(currency))
                : Outcome.refused("fields.currency", currency);
    }

    private Outcome<Limits> limitsOfNumbers() {
        var least = limits.least();
        var most = limits.most();
        for (var limit : Stream.of(limits.least(), limits.most())
                .filter(Objects::nonNull)
                .toList()) if (!NumberText.isWritten(limit)) return Outcome.refused("fields.limit", limit.toString());
        return least != null && most != null && least.compareTo(most) > 0
                ? Outcome.refused("fields.least")
                : Outcome.done(new Limits(null, least, most, ""));
    }
}
