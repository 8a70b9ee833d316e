package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.ticket.ChoiceSettings;
import sportello.ticket.KeptChoice;

/**
 * A choice as somebody typed it.
 *
 * @param version of the one that is corrected
 * @param parent the id of the one above it, null for none
 */
public record ChoiceForm(
        @Nullable Integer version,
        String name,
        @Nullable Long parent,
        String note,
        @Nullable Boolean valid) {
    static final ChoiceForm BLANK = new ChoiceForm(null, "", null, "", true);

    public ChoiceForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Long parent,
            @Nullable String note,
            @Nullable Boolean valid) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.parent = parent;
        this.note = note == null ? "" : note;
        this.valid = valid;
    }

    static ChoiceForm of(KeptChoice kept) {
        return new ChoiceForm(kept.version(), kept.shortName(), kept.parent(), kept.note(), kept.valid());
    }

    ChoiceSettings settings() {
        return new ChoiceSettings(name, parent, note, isValid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isBelow(long id) {
        return parent != null && parent == id;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }
}
