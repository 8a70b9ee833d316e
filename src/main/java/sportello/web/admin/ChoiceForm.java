package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.ticket.KeptChoice;

/**
 * A choice as somebody typed it.
 *
 * @param version of the one that is corrected
 */
public record ChoiceForm(
        @Nullable Integer version, String name, @Nullable Boolean valid) {
    static final ChoiceForm BLANK = new ChoiceForm(null, "", true);

    public ChoiceForm(@Nullable Integer version, @Nullable String name, @Nullable Boolean valid) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.valid = valid;
    }

    static ChoiceForm of(KeptChoice kept) {
        return new ChoiceForm(kept.version(), kept.name(), kept.valid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }
}
