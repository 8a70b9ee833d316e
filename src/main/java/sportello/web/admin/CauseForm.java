package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.ticket.ListedCause;

/**
 * A cause as somebody typed it.
 *
 * @param version of the cause that is corrected
 */
public record CauseForm(
        @Nullable Integer version, String name, @Nullable Boolean valid) {
    static final CauseForm BLANK = new CauseForm(null, "", true);

    public CauseForm(@Nullable Integer version, @Nullable String name, @Nullable Boolean valid) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.valid = valid;
    }

    static CauseForm of(ListedCause cause) {
        return new CauseForm(cause.version(), cause.name(), cause.valid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }
}
