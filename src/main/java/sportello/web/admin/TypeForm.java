package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.ticket.ListedType;

/**
 * A type as somebody typed it.
 *
 * @param version of the type that is corrected
 */
public record TypeForm(
        @Nullable Integer version, String name, @Nullable Boolean valid) {
    static final TypeForm BLANK = new TypeForm(null, "", true);

    public TypeForm(@Nullable Integer version, @Nullable String name, @Nullable Boolean valid) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.valid = valid;
    }

    static TypeForm of(ListedType type) {
        return new TypeForm(type.version(), type.name(), type.valid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }
}
