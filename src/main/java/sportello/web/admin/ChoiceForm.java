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
        @Nullable Boolean customers,
        @Nullable Boolean valid) {
    static final ChoiceForm BLANK = new ChoiceForm(null, "", null, "", false, true);

    public ChoiceForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Long parent,
            @Nullable String note,
            @Nullable Boolean customers,
            @Nullable Boolean valid) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.parent = parent;
        this.note = note == null ? "" : note;
        this.customers = customers;
        this.valid = valid;
    }

    static ChoiceForm of(KeptChoice kept) {
        return new ChoiceForm(
                kept.version(), kept.shortName(), kept.parent(), kept.note(), kept.customers(), kept.valid());
    }

    ChoiceSettings settings() {
        return new ChoiceSettings(name, parent, note, isForCustomers(), isValid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isBelow(long id) {
        return parent != null && parent == id;
    }

    public boolean isForCustomers() {
        return Boolean.TRUE.equals(customers);
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }
}
