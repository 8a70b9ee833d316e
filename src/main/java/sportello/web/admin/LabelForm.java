package sportello.web.admin;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.field.Label;
import sportello.ticket.KeptLabel;
import sportello.ticket.LabelSettings;
import sportello.ticket.Mark;

/**
 * How a state or a priority is called, as somebody typed it.
 *
 * @param version of the one that is corrected
 * @param mark a mark's key; empty for ours
 */
public record LabelForm(
        @Nullable Integer version,
        String italian,
        String english,
        String customerItalian,
        String customerEnglish,
        String mark,
        @Nullable Boolean valid) {

    public LabelForm(
            @Nullable Integer version,
            @Nullable String italian,
            @Nullable String english,
            @Nullable String customerItalian,
            @Nullable String customerEnglish,
            @Nullable String mark,
            @Nullable Boolean valid) {
        this.version = version;
        this.italian = Objects.requireNonNullElse(italian, "");
        this.english = Objects.requireNonNullElse(english, "");
        this.customerItalian = Objects.requireNonNullElse(customerItalian, "");
        this.customerEnglish = Objects.requireNonNullElse(customerEnglish, "");
        this.mark = Objects.requireNonNullElse(mark, "");
        this.valid = valid;
    }

    static final LabelForm BLANK = new LabelForm(null, "", "", "", "", "", true);

    static LabelForm of(KeptLabel kept) {
        return new LabelForm(
                kept.version(),
                kept.name().italian(),
                kept.name().english(),
                kept.customers().italian(),
                kept.customers().english(),
                kept.mark() == null ? "" : kept.mark().key(),
                kept.valid());
    }

    LabelSettings settings() {
        var marked = Arrays.stream(Mark.values())
                .filter(one -> one.key().equals(mark))
                .findFirst()
                .orElse(null);
        return new LabelSettings(
                new Label(italian, english), new Label(customerItalian, customerEnglish), marked, isValid());
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    public int seen() {
        return version == null ? 0 : version;
    }
}
