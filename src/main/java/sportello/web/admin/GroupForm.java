package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.agent.KeptGroup;

/**
 * A group as somebody typed it.
 *
 * @param version of the group that is corrected
 */
public record GroupForm(
        @Nullable Integer version,
        String name,
        @Nullable Boolean valid,
        @Nullable Boolean reserved) {
    static final GroupForm BLANK = new GroupForm(null, "", true, false);

    public GroupForm(
            @Nullable Integer version, @Nullable String name, @Nullable Boolean valid, @Nullable Boolean reserved) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.valid = valid;
        this.reserved = reserved;
    }

    static GroupForm of(KeptGroup kept) {
        return new GroupForm(kept.version(), kept.group().name(), kept.valid(), kept.reserved());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    public boolean isReserved() {
        return Boolean.TRUE.equals(reserved);
    }
}
