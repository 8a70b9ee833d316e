package sportello.web.admin;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.field.Field;
import sportello.field.FieldSettings;
import sportello.field.KeptField;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.NumberText;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;

/**
 * A field as somebody typed it.
 *
 * @param seen the version of the one that is corrected, 0 for a new one
 * @param subject whose field it is, by its key; of a ticket if nothing else is said
 * @param longest as typed; so are {@code least} and {@code most}
 * @param currency of money, by its code
 * @param leaves of a tree: whether only its ends can be chosen
 * @param options one on each line
 * @param uses by the screens' keys
 */
public record FieldForm(
        int seen,
        String subject,
        String key,
        String kind,
        Label label,
        Label hint,
        String longest,
        String least,
        String most,
        String pattern,
        String currency,
        boolean leaves,
        String options,
        Map<String, String> uses,
        boolean valid) {
    private static final Label NOTHING = new Label("", "");

    /** Shown to the desk; customers see what somebody decided that they see. */
    static final FieldForm BLANK = new FieldForm(
            0,
            Subject.TICKET.key(),
            "",
            Kind.LINE.key(),
            NOTHING,
            NOTHING,
            "",
            "",
            "",
            "",
            FieldSettings.EURO,
            false,
            "",
            Map.of(Screen.OPENING.key(), Use.SHOWN.key(), Screen.TICKET.key(), Use.SHOWN.key()),
            true);

    public FieldForm {
        uses = Map.copyOf(uses);
    }

    static FieldForm of(KeptField kept, Language language) {
        var field = kept.field();
        var limits = field.limits();
        var uses = new HashMap<String, String>();
        field.uses().forEach((screen, use) -> uses.put(screen.key(), use.key()));
        return new FieldForm(
                kept.version(),
                field.subject().key(),
                field.key(),
                field.kind().key(),
                field.label(),
                field.hint(),
                limits.longest() == null ? "" : "" + limits.longest(),
                limit(limits.least(), language),
                limit(limits.most(), language),
                limits.pattern(),
                limits.currency() == null ? FieldSettings.EURO : limits.currency(),
                limits.leaves(),
                TypedOptions.typed(field.options()),
                uses,
                kept.valid());
    }

    private static String limit(@Nullable BigDecimal limit, Language language) {
        return limit == null ? "" : NumberText.typed(limit, language);
    }

    static FieldForm read(Sent sent) {
        var uses = new HashMap<String, String>();
        for (var screen : Screen.values()) uses.put(screen.key(), sent.text("use_" + screen.key()));
        return new FieldForm(
                sent.number("version"),
                sent.text("subject"),
                sent.text("key").strip(),
                sent.text("kind"),
                new Label(sent.text("label_it"), sent.text("label_en")),
                new Label(sent.text("hint_it"), sent.text("hint_en")),
                sent.text("longest").strip(),
                sent.text("least").strip(),
                sent.text("most").strip(),
                sent.text("pattern"),
                sent.text("currency").strip(),
                sent.ticked("leaves"),
                sent.text("options"),
                uses,
                sent.ticked("valid"));
    }

    /** The same for a field that there is: whose it is, its key and its kind stay. */
    FieldForm of(Field field) {
        return new FieldForm(
                seen,
                field.subject().key(),
                field.key(),
                field.kind().key(),
                label,
                hint,
                longest,
                least,
                most,
                pattern,
                currency,
                leaves,
                options,
                uses,
                valid);
    }

    Outcome<FieldSettings> settings(Language language) {
        var known = Kind.of(kind);
        if (known.isEmpty()) return Outcome.refused("fields.kind");
        return limits(known.get(), language).then(limits -> Outcome.done(settings(known.get(), limits)));
    }

    /** The form shows those of its kind alone; what was typed for another one is no matter. */
    private Outcome<Limits> limits(Kind known, Language language) {
        if (known.isWords())
            return length().then(length -> Outcome.done(new Limits(length.orElse(null), null, null, pattern)));
        if (!known.isNumeric()) return Outcome.done(known == Kind.TREE ? Limits.ofTree(leaves) : Limits.NONE);
        return number(least, language)
                .then(low -> number(most, language)
                        .then(high ->
                                Outcome.done(new Limits(null, low.orElse(null), high.orElse(null), "").in(currency))));
    }

    private FieldSettings settings(Kind known, Limits limits) {
        var shown = new EnumMap<Screen, Use>(Screen.class);
        for (var screen : Screen.values())
            Use.of(uses.getOrDefault(screen.key(), ""))
                    .filter(use -> use != Use.HIDDEN && screen.uses().contains(use))
                    .ifPresent(use -> shown.put(screen, use));
        return new FieldSettings(
                Subject.of(subject).orElse(Subject.TICKET),
                key,
                known,
                label,
                hint,
                limits,
                TypedOptions.of(options),
                shown,
                valid);
    }

    private Outcome<Optional<Integer>> length() {
        if (longest.isEmpty()) return Outcome.done(Optional.empty());
        return longest.matches("\\d{1,6}")
                ? Outcome.done(Optional.of(Integer.valueOf(longest)))
                : Outcome.refused("fields.limit", longest);
    }

    private static Outcome<Optional<BigDecimal>> number(String typed, Language language) {
        if (typed.isEmpty()) return Outcome.done(Optional.empty());
        var read = NumberText.read(typed, language);
        return read.isEmpty() ? Outcome.refused("fields.limit", typed) : Outcome.done(read);
    }

    public boolean isUsed(Screen screen, Use use) {
        return use.key().equals(uses.getOrDefault(screen.key(), Use.HIDDEN.key()));
    }
}
